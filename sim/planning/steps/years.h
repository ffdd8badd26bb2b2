#pragma once

#include <optional>
#include <vector>

#include "sim/planning/plan_step.h"

namespace phusong::planning {

/// Counts the year of each step, from 1: a step that the rest of a year's budget does not pay is the next year's; one
/// that no year's budget pays takes a year of its own. Without a budget all is year 1.
std::vector<int> years_of(const std::vector<double>& capex_million_vnd, std::optional<double> budget_per_year);

/// Gives the steps their years.
void set_years(std::optional<double> budget_per_year, std::vector<PlanStep>& steps);

}  // namespace phusong::planning
