#pragma once

#include <filesystem>

#include "sim/report/kpi_stages.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// The tables and layers of hamlets, points and areas, kpi.json and kpi.csv, into `folder`. point_levels.csv only where
/// levels were kept.
void write_hamlet_files(const std::filesystem::path& folder, const RunData& run, bool with_levels);

/// kpi.json and kpi.csv again, with what the stages after the hamlets add.
void write_kpi_files(const std::filesystem::path& folder, const RunData& run, const KpiStages& stages);

}  // namespace phusong::report
