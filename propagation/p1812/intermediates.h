#pragma once

#include <string_view>
#include <vector>

#include "propagation/p1812/p1812.h"

namespace phusong::propagation::p1812 {

struct NamedValue {
  std::string_view name;
  double value = 0.0;
};

/// Every value on the way to the loss, under the names of the ITU-R validation files. The parts of the
/// delta-Bullington loss are those of a_p = a_e, under both names in use; `Ldb_dB` is left out where a_β was not asked
/// for.
std::vector<NamedValue> intermediates(const Geometry& geometry, const BasicLoss& loss);

}  // namespace phusong::propagation::p1812
