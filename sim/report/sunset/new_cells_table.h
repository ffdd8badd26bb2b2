#pragma once

#include "gis/vector_writer.h"
#include "sim/network/network.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// new_cells.csv: the refarmed and swapped cells that the schedule switches on, in the form of the cells table,
/// with `on_period`.
gis::OutputTable new_cells_table(const network::Network& network, const sunset::SunsetOutcome& outcome);

}  // namespace phusong::report
