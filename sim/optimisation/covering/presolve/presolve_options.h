#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Options that are worth keeping, one flag each: not those that serve no hamlet of the problem, cost more than the
/// budget, or could be replaced in every selection by another one at no more cost.
std::vector<bool> options_worth_keeping(const Problem& problem);

}  // namespace phusong::covering
