#pragma once

#include <optional>

#include "sim/optimisation/covering/solve.h"
#include "sim/planning/backhaul/finder.h"
#include "sim/planning/candidate_costs.h"

namespace phusong::planning {

/// A bound of the least objective of stations and backhaul together, and how far the plan is from it.
struct FullBound {
  double objective = 0.0;    ///< of the plan: capex + opex_years · opex
  double lower_bound = 0.0;  ///< each station with the cheapest single link that it could begin with
  double gap = 0.0;
};

/// The values that the bound is made from.
struct FullBoundInputs {
  const scenario::Scenario& scenario;
  const CandidateSet& set;
  const std::vector<CandidateCost>& costs;
  const covering::Problem& problem;
  const covering::Solution& selection;
  const BackhaulFinder& finder;
  Cost plan_cost;
};

/// Solves the selection with each station at its own cost and the cheapest single link that it could begin with,
/// whatever the others do: the bound holds for stations and backhaul together. Nothing for a budget, or where the
/// target is out of reach. Throws progress::Stopped.
std::optional<FullBound> full_bound(const FullBoundInputs& inputs, progress::Progress& progress);

}  // namespace phusong::planning
