#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/coverage_count.h"

namespace phusong::covering {

/// Whether the goal's target and communes are reached (the budget is another matter).
bool reaches_goal(const Problem& problem, const CoverageCount& count);

/// Builds what promises most per cost until the goal is reached or, with a budget, nothing more can be paid; then takes
/// out what is not needed. `allowed`: options to choose from. `price`: of an option, above 0 where it costs.
struct Greedy {
  const Problem& problem;
  const std::vector<double>& price;
  const std::vector<double>& prize;  ///< of a hamlet
};
void complete(const Greedy& greedy, CoverageCount& count, const std::vector<OptionIndex>& allowed);

/// Takes out options without which the goal is still reached, the dearest first (with a budget: without any loss).
void remove_redundant(const Problem& problem, CoverageCount& count, std::vector<OptionIndex> candidates);

}  // namespace phusong::covering
