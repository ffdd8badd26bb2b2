#pragma once

#include "sim/planning/selection/selection_problem.h"

namespace phusong::planning {

/// Value and hamlets a commune when everything is built at once: no selection reaches more.
struct Reach {
  double value = 0.0;
  std::vector<std::size_t> hamlets_of_commune;
};
Reach utmost_reach(const SelectionProblem& problem);

/// Whether target and communes lie within the utmost reach.
bool may_be_reached(const SelectionProblem& problem);

/// The same problem asking for the most value at any cost, communes left out.
SelectionProblem most_value_problem(SelectionProblem problem);

}  // namespace phusong::planning
