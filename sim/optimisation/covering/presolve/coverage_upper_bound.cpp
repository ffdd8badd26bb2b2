#include "sim/optimisation/covering/presolve/coverage_upper_bound.h"

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

Reach utmost_reach(const Problem& problem) {
  std::vector<OptionIndex> all(problem.options.size());
  for (OptionIndex i = 0; i < all.size(); ++i)
    all[i] = i;
  const Reached reached = reached_by(problem, all);
  return {.value = reached.value, .hamlets_of_commune = reached.hamlets_of_commune};
}

bool may_be_reached(const Problem& problem) {
  const Goal& goal = problem.goal;
  const Reach reach = utmost_reach(problem);
  for (std::size_t c = 0; c < goal.least_hamlets_of_commune.size(); ++c)
    if (reach.hamlets_of_commune[c] < goal.least_hamlets_of_commune[c]) return false;
  return goal.budget_capex || reach.value >= goal.least_value - value_tolerance(goal.least_value);
}

Problem most_value_problem(Problem problem) {
  // Nothing is paid from this budget.
  for (Option& option : problem.options)
    option.capex = 0.0;
  problem.goal = {.budget_capex = 0.0};
  return problem;
}

}  // namespace phusong::covering
