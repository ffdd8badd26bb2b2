#include "sim/optimisation/covering/solve.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/optimisation/covering/heuristic/search.h"
#include "sim/optimisation/covering/presolve/coverage_upper_bound.h"
#include "sim/optimisation/covering/presolve/presolve.h"

namespace phusong::covering {

namespace {

/// The solution in terms of the original problem (postsolve).
Solution postsolve(const PresolvedProblem& presolved, const SearchResult& result) {
  const double counted = presolved.problem.goal.budget_capex ? presolved.counted_value : 0.0;
  Solution solution{.objective = result.objective + counted,
                    .bound = result.bound + counted,
                    .stopped_by = result.stopped_by,
                    .solver = result.solver};
  for (const OptionIndex option : result.built)
    solution.built.push_back(presolved.original[option]);
  std::sort(solution.built.begin(), solution.built.end());
  solution.gap = gap_of(solution.objective, solution.bound);
  return solution;
}

/// Lexicographic: the greatest value without quotas first, then the least cost for it.
Solution solve_infeasible_goal(PresolvedProblem presolved, const Settings& settings, progress::Progress& progress) {
  Goal& goal = presolved.problem.goal;
  goal.quotas.clear();
  if (!goal.budget_capex) {
    const SearchResult most = search(maximum_coverage_relaxation(presolved.problem), settings, progress);
    goal.least_value = most.objective;
  }
  Solution solution = postsolve(presolved, search(presolved.problem, settings, progress));
  solution.reached = false;
  goal.least_value += presolved.counted_value;
  solution.goal_instead = goal;
  return solution;
}

}  // namespace

double gap_of(double objective, double bound) {
  return std::abs(objective - bound) / std::max(std::abs(objective), 1e-9);
}

Solution solve(const Problem& problem, const Settings& settings, progress::Progress& progress) {
  progress.throw_if_stopped();
  PresolvedProblem presolved = presolve(problem);
  if (!may_be_feasible(presolved.problem)) return solve_infeasible_goal(std::move(presolved), settings, progress);
  const SearchResult result = search(presolved.problem, settings, progress);
  if (!result.feasible) return solve_infeasible_goal(std::move(presolved), settings, progress);
  return postsolve(presolved, result);
}

}  // namespace phusong::covering
