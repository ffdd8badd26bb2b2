#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/coverage_count.h"

namespace phusong::covering {

/// Whether target and quotas of the goal are reached; the budget is not looked at.
bool reaches_goal(const Problem& problem, const CoverageCount& count);

struct GreedyInput {
  const Problem& problem;
  const std::vector<double>& cost;    ///< per option: the divisor of its score
  const std::vector<double>& profit;  ///< per demand
};

/// Greedy construction: builds the option with the greatest greedy score per cost until the goal is reached or, with a
/// budget, no further option fits; then removes redundant options. `allowed`: options to choose from. (For set covering
/// V. Chvátal, A greedy heuristic for the set-covering problem, Mathematics of Operations Research 4, 1979.)
void construct_greedily(const GreedyInput& input, CoverageCount& count, const std::vector<OptionIndex>& allowed);

/// Removes options without which the goal is still reached (with a budget: without any loss of value), the most
/// expensive first.
void remove_redundant(const Problem& problem, CoverageCount& count, std::vector<OptionIndex> candidates);

}  // namespace phusong::covering
