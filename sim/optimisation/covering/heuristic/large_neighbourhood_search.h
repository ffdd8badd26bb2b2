#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// How a selection is improved.
struct ImproveLimits {
  std::size_t rounds = 100;
  std::size_t hamlets = 30;  ///< that a neighbourhood is grown around
  std::int64_t nodes = 60;   ///< of the tree search in each
  std::int64_t seed = 1;
  double time_limit_s = milp::kInfinity;          ///< emergency stop
  std::function<bool(double objective)> content;  ///< ends the search after a round
};

/// Chooses parts of a selection anew, by branch and cut with all the rest fixed: a few neighbourhoods that have no
/// hamlet in common at a time, in parallel and taken over in their order. `count` holds a selection that reaches the
/// goal and gets the better one. `allowed`: options to choose from beside what is built.
void improve_selection(const Problem& problem, const std::vector<bool>& allowed, const ImproveLimits& limits,
                       CoverageCount& count, const progress::Progress& progress);

}  // namespace phusong::covering
