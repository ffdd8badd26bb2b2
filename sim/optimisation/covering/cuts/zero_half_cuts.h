#pragma once

#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Zero-half cuts that the relaxation violates. With z̄_d = 1 − z_d a cut has coefficients a ≥ 0 alone. Half the sum of
/// cuts with whole coefficients whose right-hand sides b add up to an odd number, rounded up, is valid:
///   Σ_i ⌈½ Σ_r a_ri⌉ x_i + Σ_d ⌈½ Σ_r a_rd⌉ z̄_d ≥ ½ (Σ_r b_r + 1)                    (Eq. 11)
/// (A. Caprara and M. Fischetti, {0, 1/2}-Chvátal-Gomory cuts, Mathematical Programming 74, 1996.) A greedy search
/// looks for sums with few odd coefficients; Balas-Ng cuts may be summed too. The same for any number of threads.
std::vector<Cut> zero_half_cuts(const Problem& problem, const CutRelaxation& relaxation);

}  // namespace phusong::covering
