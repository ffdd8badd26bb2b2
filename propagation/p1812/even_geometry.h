#pragma once

#include <span>

#include "propagation/p1812/geometry.h"

namespace phusong::propagation::p1812 {

/// Whether even_geometry() knows the path: inland all along, no more intervals than kMostIntervals.
bool has_even_geometry(const Path& path);
inline constexpr std::size_t kMostIntervals = 4096;

/// geometry_of(path, ForTime::kMedianOnly) for a profile of equal steps: all that is an extreme over its samples is
/// found in one pass, several samples at a time, instead of a pass each. The same to rounding, but where two samples
/// tie to within rounding the other one may be the horizon.
Geometry even_geometry(const Path& path);

}  // namespace phusong::propagation::p1812
