#pragma once

#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/planning/plan.h"

namespace phusong::planning {

/// Lists, in words, where a plan contradicts itself; empty when all is well. Looks at `after`, which the coverage stage
/// computed with the new rows in place, at the cost lines and at the backhaul, with nothing of the solver's.
std::vector<std::string> disagreements(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                       const StationPlan& plan);

}  // namespace phusong::planning
