#pragma once

#include <cstddef>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"

namespace phusong::covering {

/// A selection problem without what makes a hamlet count: a variable an option (option i is variable i), then one a
/// hamlet; one option a place; target or budget; communes. Everything else is rows (and variables) added to it.
milp::Model master_model(const Problem& problem);

/// Number of a hamlet's variable.
inline std::size_t variable_of_hamlet(const Problem& problem, std::size_t hamlet) {
  return problem.options.size() + hamlet;
}

}  // namespace phusong::covering
