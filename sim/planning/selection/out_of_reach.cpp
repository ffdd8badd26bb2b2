#include "sim/planning/selection/out_of_reach.h"

#include "sim/planning/selection/value.h"

namespace phusong::planning {

Reach utmost_reach(const SelectionProblem& problem) {
  std::vector<OptionIndex> all(problem.options.size());
  for (OptionIndex i = 0; i < all.size(); ++i)
    all[i] = i;
  const Reached reached = reached_by(problem, all);
  return {.value = reached.value, .hamlets_of_commune = reached.hamlets_of_commune};
}

bool may_be_reached(const SelectionProblem& problem) {
  const SelectionGoal& goal = problem.goal;
  const Reach reach = utmost_reach(problem);
  for (std::size_t c = 0; c < goal.least_hamlets_of_commune.size(); ++c)
    if (reach.hamlets_of_commune[c] < goal.least_hamlets_of_commune[c]) return false;
  return goal.budget_capex || reach.value >= goal.least_value - value_tolerance(goal.least_value);
}

SelectionProblem most_value_problem(SelectionProblem problem) {
  // Nothing is paid from this budget.
  for (SelectionOption& option : problem.options)
    option.capex = 0.0;
  problem.goal = {.budget_capex = 0.0};
  return problem;
}

}  // namespace phusong::planning
