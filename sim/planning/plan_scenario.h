#pragma once

#include "sim/planning/new_rows.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// Operator of new rows where the plan is for any.
inline constexpr const char* kNewOperator = "new";

bool is_for_any(const scenario::PlanOptions& plan);
/// Whose name new stations carry.
const std::string& builder_of(const scenario::PlanOptions& plan);

/// The scenario as the plan's operator sees it: its masts and cells alone (all for "any"), judged in one column. The
/// technologies stay, so that the paths are those that the run has computed already.
scenario::Scenario plan_scenario(const scenario::Scenario& scenario);

/// Adds what a plan builds to a scenario made by plan_scenario. Throws std::out_of_range where a cell's site is neither
/// there nor new.
void add_rows(scenario::Scenario& scenario, const NewRows& rows);

}  // namespace phusong::planning
