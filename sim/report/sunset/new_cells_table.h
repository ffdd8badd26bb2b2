#pragma once

#include "gis/vector_writer.h"
#include "sim/report/sunset/sunset_data.h"

namespace phusong::report {

/// The refarmed and swapped cells that the schedule switches on.
std::vector<network::Cell> cells_going_on(const SunsetData& data);

/// sunset/new_cells.csv: those cells in the form of the cells table, with `on_period`.
gis::OutputTable new_cells_table(const SunsetData& data);

}  // namespace phusong::report
