#pragma once

#include <cstddef>

#include "sim/coverage/progress.h"
#include "sim/planning/selection/cut_relaxation.h"
#include "sim/planning/selection/selection_problem.h"

namespace phusong::planning {

/// Adds cuts that whole stations keep and fractions do not to a relaxation that has been tightened, and returns it:
/// those of Balas and Ng, and when they raise it little, zero-half cuts too. At most so many rounds, or until nothing
/// raises it much.
const milp::Relaxation& tighten_by_integer_cuts(const SelectionProblem& problem, CutRelaxation& relaxation,
                                                std::size_t rounds, const coverage::Progress& progress,
                                                double time_limit_s = milp::kInfinity);

}  // namespace phusong::planning
