#pragma once

#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Old cells that serve each demand, ascending.
std::vector<std::vector<CellIndex>> cells_of_demands(const SunsetModel& model);

/// Carriers that wait for each old cell to go, the one that replaces it among them, ascending.
std::vector<std::vector<CarrierIndex>> carriers_waiting_for_cells(const SunsetModel& model);

}  // namespace phusong::sunset
