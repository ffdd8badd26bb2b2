#pragma once

#include <cstdint>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Lower bound on the cells on: a packing of demands without a cell in common each of which needs one of its cells,
/// whatever else is on and however many handsets it gets. For a model of one period; far quicker than a linear
/// relaxation.
std::int64_t packing_bound(const SunsetModel& model);

}  // namespace phusong::sunset
