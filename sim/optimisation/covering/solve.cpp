#include "sim/optimisation/covering/solve.h"

#include <algorithm>
#include <cmath>

#include "sim/optimisation/covering/heuristic/search.h"
#include "sim/optimisation/covering/presolve/coverage_upper_bound.h"
#include "sim/optimisation/covering/presolve/presolve.h"
#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

/// The answer in terms of the original problem.
Solution selection_of(const PresolvedProblem& reduced, const SearchResult& result) {
  const double counted = reduced.problem.goal.budget_capex ? reduced.counted_value : 0.0;
  Solution selection{.objective = result.objective + counted,
                     .bound = result.bound + counted,
                     .stopped_by = result.stopped_by,
                     .solver = result.solver};
  for (const OptionIndex option : result.built)
    selection.built.push_back(reduced.original[option]);
  std::sort(selection.built.begin(), selection.built.end());
  selection.gap = gap_of(selection.objective, selection.bound);
  return selection;
}

/// The most value that can be had, and the least cost for it.
Solution select_out_of_reach(PresolvedProblem reduced, const Settings& settings, progress::Progress& progress) {
  Goal& goal = reduced.problem.goal;
  goal.least_hamlets_of_commune.clear();
  if (!goal.budget_capex) {
    const SearchResult most = search(most_value_problem(reduced.problem), settings, progress);
    goal.least_value = most.objective;
  }
  Solution selection = selection_of(reduced, search(reduced.problem, settings, progress));
  selection.reached = false;
  goal.least_value += reduced.counted_value;
  selection.goal_instead = goal;
  return selection;
}

}  // namespace

double gap_of(double objective, double bound) {
  return std::abs(objective - bound) / std::max(std::abs(objective), 1e-9);
}

Solution solve(const Problem& problem, const Settings& settings, progress::Progress& progress) {
  progress.throw_if_stopped();
  PresolvedProblem reduced = reduce(problem);
  if (!may_be_reached(reduced.problem)) return select_out_of_reach(std::move(reduced), settings, progress);
  const SearchResult result = search(reduced.problem, settings, progress);
  if (!result.feasible) return select_out_of_reach(std::move(reduced), settings, progress);
  return selection_of(reduced, result);
}

}  // namespace phusong::covering
