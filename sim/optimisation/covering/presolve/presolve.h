#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// A smaller problem. Its optimal selections are optimal for the original problem.
struct PresolvedProblem {
  Problem problem;
  std::vector<OptionIndex> original;  ///< number in the original problem, per option; ascending
  double counted_value = 0.0;         ///< of demands that count already, which `problem` leaves out
};

/// Presolve: removes demands that count already or never can, and options that cover nothing, exceed the budget or are
/// dominated; merges points with equal cover sets and demands with equal alternatives; tightens right-hand sides. The
/// reductions are those of Beasley (1990) for set covering, extended to points and alternatives.
PresolvedProblem presolve(const Problem& problem);

}  // namespace phusong::covering
