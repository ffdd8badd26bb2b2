#include "sim/optimisation/covering/presolve/coverage_upper_bound.h"

namespace phusong::covering {

Totals coverage_upper_bound(const Problem& problem) {
  std::vector<OptionIndex> all(problem.options.size());
  for (OptionIndex i = 0; i < all.size(); ++i)
    all[i] = i;
  return totals_of(problem, all);
}

bool may_be_feasible(const Problem& problem) {
  const Goal& goal = problem.goal;
  const Totals most = coverage_upper_bound(problem);
  for (std::size_t g = 0; g < goal.quotas.size(); ++g)
    if (most.count_in_quota_group[g] < goal.quotas[g]) return false;
  return goal.budget_capex || most.value >= goal.least_value - value_tolerance(goal.least_value);
}

Problem maximum_coverage_relaxation(Problem problem) {
  // A budget of 0 that no option is charged to is no limit.
  for (Option& option : problem.options)
    option.capex = 0.0;
  problem.goal = {.budget_capex = 0.0};
  return problem;
}

}  // namespace phusong::covering
