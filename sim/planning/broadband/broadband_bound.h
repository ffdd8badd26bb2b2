#pragma once

#include "sim/planning/broadband/broadband_problem.h"

namespace phusong::planning {

/// Length in kilometres that no tree over the root and `needed` hamlets can do without. `found_km`: the length of a
/// tree that is known, which tells where to look.
double least_length_km(const BroadbandProblem& problem, double found_km);

}  // namespace phusong::planning
