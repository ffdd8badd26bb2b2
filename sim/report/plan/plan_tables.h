#pragma once

#include <filesystem>

#include "gis/vector_writer.h"
#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// steps.csv: the order of building.
gis::OutputTable step_table(const PlanData& data);
/// cost_lines.csv
gis::OutputTable cost_line_table(const PlanData& data);
/// candidates.csv: those that cover something. opex is that of the station and of its backhaul.
gis::OutputTable candidate_table(const PlanData& data);
/// candidate_coverage.csv, row by row: there are millions where there is no network yet.
void write_candidate_coverage(const std::filesystem::path& path, const PlanData& data);

}  // namespace phusong::report
