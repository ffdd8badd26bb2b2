#pragma once

#include <filesystem>

#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// plan.gpkg: the layers `stations`, a point per step, and `backhaul`, a line per link, with their styles.
void write_plan_layers(const std::filesystem::path& path, const PlanData& data,
                       const std::vector<planning::BackhaulLink>& links);

}  // namespace phusong::report
