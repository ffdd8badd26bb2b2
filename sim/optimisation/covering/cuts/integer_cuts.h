#pragma once

#include <cstddef>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// Adds cuts to a relaxation that cover cuts have tightened already: Balas-Ng cuts first, and zero-half cuts too once
/// those raise the bound little. Ends after so many rounds, or where no cut raises the bound much. These cuts are valid
/// for whole x and z alone, so they close a part of the integrality gap.
const milp::Relaxation& tighten_by_integer_cuts(const Problem& problem, CutRelaxation& relaxation, std::size_t rounds,
                                                const progress::Progress& progress,
                                                double time_limit_s = milp::kInfinity);

}  // namespace phusong::covering
