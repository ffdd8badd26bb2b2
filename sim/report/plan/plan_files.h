#pragma once

#include <filesystem>
#include <vector>

#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// Whether a plan's files are all there: plan.json is written last.
bool plan_files_exist(const std::filesystem::path& run_folder);

/// Levels of the new cells, where the check kept levels.
std::vector<coverage::PointLevel> new_cell_levels(const planning::StationPlan& plan);

/// plan/ in the folder of a run.
void write_plan_files(const std::filesystem::path& run_folder, const PlanData& data);

}  // namespace phusong::report
