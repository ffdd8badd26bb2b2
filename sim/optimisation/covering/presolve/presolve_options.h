#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Flags the options that presolve keeps, one flag per option. Not kept are those that cover nothing, exceed the budget
/// alone, or are dominated: another option covers at least as much at no more cost, and may take the place of the
/// dominated one in every selection.
std::vector<bool> options_to_keep(const Problem& problem);

}  // namespace phusong::covering
