#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// A smaller problem with the same best objective, but for what counts already.
struct PresolvedProblem {
  Problem problem;
  std::vector<OptionIndex> original;  ///< option of the original problem, one an option; ascending
  double counted_value = 0.0;         ///< of hamlets that count already: no part of `problem`
};

/// Leaves out what decides nothing: hamlets that count already or never can, options that serve nobody or that another
/// one replaces at no more cost; joins points with the same options, and hamlets with the same points.
PresolvedProblem reduce(const Problem& problem);

}  // namespace phusong::covering
