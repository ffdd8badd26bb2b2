#pragma once

#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"

namespace phusong::covering {

/// Half the sum of cuts whose limits add up to an odd number, rounded up: what a relaxation breaks of these (A. Caprara
/// and M. Fischetti, {0, 1/2}-Chvátal-Gomory cuts, Mathematical Programming 74, 1996). Made from the cuts with whole
/// coefficients, those of Balas and Ng included, by a greedy search for sums with few odd coefficients. The last term
/// of each is a hamlet. The same for any number of threads.
std::vector<milp::Row> zero_half_cuts(const Problem& problem, const CutRelaxation& relaxation);

}  // namespace phusong::covering
