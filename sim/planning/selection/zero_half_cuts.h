#pragma once

#include <vector>

#include "sim/planning/milp/model.h"
#include "sim/planning/selection/cut_relaxation.h"
#include "sim/planning/selection/selection_problem.h"

namespace phusong::planning {

/// Half the sum of cuts whose limits add up to an odd number, rounded up: what a relaxation breaks of these (A. Caprara
/// and M. Fischetti, {0, 1/2}-Chvátal-Gomory cuts, Mathematical Programming 74, 1996). Made from the cuts with whole
/// coefficients, those of Balas and Ng included, by a greedy search for sums with few odd coefficients. The last term
/// of each is a hamlet. The same for any number of threads.
std::vector<milp::Row> zero_half_cuts(const SelectionProblem& problem, const CutRelaxation& relaxation);

}  // namespace phusong::planning
