#pragma once

#include "gis/vector_writer.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// A row a commune: its totals for the main operator.
gis::OutputTable commune_table(const RunData& run);
/// A row a commune as it was before the mergers, and the commune that it lies in; no rows where none is told.
gis::OutputTable old_commune_table(const RunData& run);
/// A row a district; no rows where the hamlets have none.
gis::OutputTable district_table(const RunData& run);

}  // namespace phusong::report
