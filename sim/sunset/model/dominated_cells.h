#pragma once

#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Cells that a state with the fewest cells on can do without: another one gives all that they give, and keeps no
/// carrier off that they do not. Ascending.
std::vector<CellIndex> dominated_cells(const SunsetModel& model);

}  // namespace phusong::sunset
