#pragma once

#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"

namespace phusong::covering {

/// Cuts with coefficients 0, 1 and 2 that the relaxation breaks, from its cover cuts of several hamlets that are near
/// each other. An option in all of these cuts may serve them all; without one it takes two of those in some of them:
/// Σ options in some + Σ options in all ≥ 2 − Σ (1 − counts). (E. Balas and S. M. Ng, On the set covering polytope: I.
/// All the facets with coefficients in {0, 1, 2}, Mathematical Programming 43, 1989.) Fractional stations that share
/// hamlets by halves are what they cut off. The last term of each is a hamlet. The same for any number of threads.
std::vector<milp::Row> balas_ng_cuts(const Problem& problem, const CutRelaxation& relaxation);

}  // namespace phusong::covering
