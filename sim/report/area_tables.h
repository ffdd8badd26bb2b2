#pragma once

#include "gis/vector_writer.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// A row a commune: its totals for the main operator.
gis::OutputTable commune_table(const RunData& run);
/// A row a district.
gis::OutputTable district_table(const RunData& run);

}  // namespace phusong::report
