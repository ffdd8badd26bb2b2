#pragma once

#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Cells that are dominated: another cell gives all services that they give and blocks no carrier that they do not
/// block. Some state with the fewest cells on has all of them off. Ascending.
std::vector<CellIndex> dominated_cells(const SunsetModel& model);

}  // namespace phusong::sunset
