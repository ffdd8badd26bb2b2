#pragma once

#include "sim/optimisation/milp/model.h"
#include "sim/planning/broadband/broadband_problem.h"

namespace phusong::planning {

/// Writes the problem as a flow over a directed tree, which carries a unit from the root to each hamlet that is joined.
/// Arcs longer than the way from the root to where they lead are in no shortest tree and left out. `objective_per_km`
/// of distance.
milp::Model broadband_model(const BroadbandProblem& problem, double objective_per_km);

}  // namespace phusong::planning
