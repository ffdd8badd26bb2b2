#pragma once

#include "gis/vector_writer.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// points: where the verdicts were taken, with decimals enough to take them again.
gis::OutputTable point_table(const RunData& run);

/// point_levels: every cell's level at every point, where they were kept.
gis::OutputTable point_level_table(const RunData& run);

}  // namespace phusong::report
