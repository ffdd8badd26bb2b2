#pragma once

#include <cstdint>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Demands with no cell in common each of which needs one of its cells, whatever else is on and whatever handsets there
/// are: so many cells stay, at least. For a model of one period; quick, where a relaxation is not.
std::int64_t demands_that_keep_a_cell_each(const SunsetModel& model);

}  // namespace phusong::sunset
