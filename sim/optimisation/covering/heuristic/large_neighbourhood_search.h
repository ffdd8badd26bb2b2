#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// Effort of a large neighbourhood search.
struct NeighbourhoodSearchLimits {
  std::size_t rounds = 100;
  std::size_t demands = 30;  ///< that a neighbourhood is grown around
  std::int64_t nodes = 60;   ///< of the tree search in each
  std::int64_t seed = 1;
  double time_limit_s = milp::kInfinity;          ///< emergency stop
  std::function<bool(double objective)> content;  ///< asked after each round: true ends the search
};

/// Large neighbourhood search (fix and optimise): frees the options around some demands, fixes all others, solves the
/// residual problem by branch and cut and accepts what is better. Each round does so for a few neighbourhoods that have
/// no demand in common, in parallel, and accepts in their order. `count` holds a selection that reaches the goal, and
/// gets the better one. `allowed`: options that may be built beside those that are. (P. Shaw, Using constraint
/// programming and local search methods to solve vehicle routing problems, CP 1998; as ruin and recreate: G. Schrimpf
/// et al., Record breaking optimization results using the ruin and recreate principle, Journal of Computational Physics
/// 159, 2000.)
void large_neighbourhood_search(const Problem& problem, const std::vector<bool>& allowed,
                                const NeighbourhoodSearchLimits& limits, CoverageCount& count,
                                const progress::Progress& progress);

}  // namespace phusong::covering
