#pragma once

#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// The old cells that serve each demand, ascending.
std::vector<std::vector<CellIndex>> cells_of_demands(const SunsetModel& model);

/// The carriers that wait for each old cell to go off, ascending; the carrier that replaces the cell is among them.
std::vector<std::vector<CarrierIndex>> carriers_waiting_for_cells(const SunsetModel& model);

}  // namespace phusong::sunset
