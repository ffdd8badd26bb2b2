#pragma once

#include <cstddef>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// Adds cuts that whole stations keep and fractions do not to a relaxation that has been tightened, and returns it:
/// those of Balas and Ng, and when they raise it little, zero-half cuts too. At most so many rounds, or until nothing
/// raises it much.
const milp::Relaxation& tighten_by_integer_cuts(const Problem& problem, CutRelaxation& relaxation, std::size_t rounds,
                                                const progress::Progress& progress,
                                                double time_limit_s = milp::kInfinity);

}  // namespace phusong::covering
