#pragma once

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"

namespace phusong::covering {

/// The whole problem as a mixed-integer model: the master problem and the rows that link z to x (README.md, eq. 1 to
/// 7). The bound of a solution belongs to it, and it may be written as a file for any other solver.
milp::Model model_of(const Problem& problem);

}  // namespace phusong::covering
