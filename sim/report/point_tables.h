#pragma once

#include <filesystem>

#include "gis/vector_writer.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// points: where the verdicts were taken, with decimals enough to take them again.
gis::OutputTable point_table(const RunData& run);

/// point_levels.csv: every cell's level at every point, where they were kept. Written row by row: there are millions.
void write_point_levels(const std::filesystem::path& path, const RunData& run);

}  // namespace phusong::report
