#pragma once

#include "gis/terrain.h"
#include "sim/coverage/coverage.h"
#include "sim/optimisation/milp/model.h"
#include "sim/planning/plan.h"

namespace phusong::planning {

/// Finds the cheapest stations with their backhaul and power that reach the plan's target, or the most that its budget
/// reaches, checked by the coverage stage; fibre where the target is fixed broadband. `request`: the store for path
/// losses, and whether `after` keeps levels. The same for any number of threads unless the emergency time limit stops
/// it. Throws progress::Stopped; std::logic_error where the check does not agree with the plan.
Plan make_plan(const scenario::Scenario& scenario, const gis::Terrain& terrain,
               const coverage::CoverageRequest& request, progress::Progress& progress);

/// Builds the exact model that the bound of a plan belongs to.
milp::Model model_of_bound(const scenario::Scenario& scenario, const Plan& plan);

}  // namespace phusong::planning
