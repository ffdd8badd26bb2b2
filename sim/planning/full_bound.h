#pragma once

#include "sim/planning/backhaul/finder.h"
#include "sim/planning/plan.h"

namespace phusong::planning {

/// A bound that holds for stations and backhaul together: the selection with each station at its own cost and the
/// cheapest single link that it could begin with, whatever the others do. Nothing for a budget.
std::optional<FullBound> full_bound(const scenario::Scenario& scenario, const Plan& plan, const BackhaulFinder& finder,
                                    progress::Progress& progress);

}  // namespace phusong::planning
