#pragma once

#include <filesystem>

#include "sim/report/run_data.h"

namespace phusong::report {

/// The tables and layers of hamlets, points and areas, kpi.json and kpi.csv, into `folder`. point_levels.csv only where
/// levels were kept.
void write_hamlet_files(const std::filesystem::path& folder, const RunData& run, bool with_levels);

}  // namespace phusong::report
