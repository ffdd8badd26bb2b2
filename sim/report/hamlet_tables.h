#pragma once

#include "gis/vector_writer.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// A row a hamlet: the input columns, then the verdicts of the main operator. An input column that has
/// the name of one of ours is written as `input_<name>`.
gis::OutputTable hamlet_table(const RunData& run);

/// hamlets_by_operator: a row a hamlet, operator and technology.
gis::OutputTable hamlet_by_operator_table(const RunData& run);

}  // namespace phusong::report
