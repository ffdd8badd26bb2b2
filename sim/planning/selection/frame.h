#pragma once

#include <cstddef>

#include "sim/planning/milp/model.h"
#include "sim/planning/selection/selection_problem.h"

namespace phusong::planning {

/// A selection problem without what makes a hamlet count: a variable an option (option i is variable i), then one a
/// hamlet; one option a place; target or budget; communes. Everything else is rows (and variables) added to it.
milp::Model frame_of(const SelectionProblem& problem);

/// Number of a hamlet's variable.
inline std::size_t variable_of_hamlet(const SelectionProblem& problem, std::size_t hamlet) {
  return problem.options.size() + hamlet;
}

}  // namespace phusong::planning
