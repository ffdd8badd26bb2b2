#pragma once

#include <cstddef>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::tests {

/// A province whose old cells go off, without terrain: masts near hamlets, each with a reach of its own in each of
/// twelve directions, three sectors, three operators.
struct SunsetProvince {
  std::size_t hamlets = 100;
  std::size_t cells = 360;  ///< old ones; nine a place
  int periods = 8;
  std::int64_t subsidies_per_period = 2000;
  unsigned seed = 1;
};

/// Density, reach, handset classes and how much of it all is served by what stays are about those of a mountain
/// province; crews can do two thirds more than an even pace.
sunset::SunsetModel random_sunset(const SunsetProvince& province);

}  // namespace phusong::tests
