#include "sim/planning/selection/select.h"

#include <algorithm>
#include <cmath>

#include "sim/planning/selection/out_of_reach.h"
#include "sim/planning/selection/reduce.h"
#include "sim/planning/selection/search.h"
#include "sim/planning/selection/value.h"

namespace phusong::planning {

namespace {

/// The answer in terms of the original problem.
Selection selection_of(const ReducedProblem& reduced, const SearchResult& result) {
  const double counted = reduced.problem.goal.budget_capex ? reduced.counted_value : 0.0;
  Selection selection{.objective = result.objective + counted,
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
Selection select_out_of_reach(ReducedProblem reduced, const SelectionSettings& settings, coverage::Progress& progress) {
  SelectionGoal& goal = reduced.problem.goal;
  goal.least_hamlets_of_commune.clear();
  if (!goal.budget_capex) {
    const SearchResult most = search(most_value_problem(reduced.problem), settings, progress);
    goal.least_value = most.objective;
  }
  Selection selection = selection_of(reduced, search(reduced.problem, settings, progress));
  selection.reached = false;
  goal.least_value += reduced.counted_value;
  selection.goal_instead = goal;
  return selection;
}

}  // namespace

double gap_of(double objective, double bound) {
  return std::abs(objective - bound) / std::max(std::abs(objective), 1e-9);
}

Selection select(const SelectionProblem& problem, const SelectionSettings& settings, coverage::Progress& progress) {
  progress.throw_if_stopped();
  ReducedProblem reduced = reduce(problem);
  if (!may_be_reached(reduced.problem)) return select_out_of_reach(std::move(reduced), settings, progress);
  const SearchResult result = search(reduced.problem, settings, progress);
  if (!result.feasible) return select_out_of_reach(std::move(reduced), settings, progress);
  return selection_of(reduced, result);
}

}  // namespace phusong::planning
