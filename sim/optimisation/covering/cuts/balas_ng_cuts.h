#pragma once

#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Cuts with coefficients 0, 1 and 2 that the relaxation violates. Take the sets C_d of cover cuts, Eq. (9), of several
/// demands D. One option in all of the sets may serve all of D; otherwise it takes two options:
///   Σ_{i in some C_d} x_i + Σ_{i in all C_d} x_i ≥ 2 − Σ_{d in D} (1 − z_d)           (Eq. 10)
/// It cuts off options built by halves that share demands. (E. Balas and S. M. Ng, On the set covering polytope: I. All
/// the facets with coefficients in {0, 1, 2}, Mathematical Programming 43, 1989.) The same for any number of threads.
std::vector<Cut> balas_ng_cuts(const Problem& problem, const CutRelaxation& relaxation);

}  // namespace phusong::covering
