#include "sim/planning/selection/search.h"

#include <cmath>

#include "sim/planning/milp/solve.h"
#include "sim/planning/selection/construct.h"
#include "sim/planning/selection/value.h"

namespace phusong::planning {

namespace {

std::vector<OptionIndex> all_options(const SelectionProblem& problem) {
  std::vector<OptionIndex> all(problem.options.size());
  for (OptionIndex i = 0; i < all.size(); ++i)
    all[i] = i;
  return all;
}

SearchResult nothing_to_build(const SelectionProblem& problem) {
  return {.feasible = reaches_goal(problem, CoverageCount(problem)), .stopped_by = "optimal", .solver = "reductions"};
}

}  // namespace

SearchResult search(const SelectionProblem& problem, const SelectionSettings& settings, coverage::Progress& progress) {
  if (problem.options.empty() || (!problem.goal.budget_capex && reaches_goal(problem, CoverageCount(problem))))
    return nothing_to_build(problem);
  SearchResult result;
  std::vector<double> price, prize;
  for (const SelectionOption& option : problem.options)
    price.push_back(problem.goal.budget_capex ? option.capex : option.cost);
  for (const SelectionHamlet& hamlet : problem.hamlets)
    prize.push_back(hamlet.value);
  CoverageCount count(problem);
  complete({.problem = problem, .price = price, .prize = prize}, count, all_options(problem));
  progress.throw_if_stopped();
  const milp::Model model = model_of(problem);
  const milp::Solution solution =
      milp::solve(model, {.relative_gap = settings.gap, .time_limit_s = settings.time_limit_s, .stop_requested = [&] {
                            return progress.stop_requested();
                          }});
  progress.throw_if_stopped();
  result.feasible = solution.feasible || reaches_goal(problem, count);
  result.proven_infeasible = solution.outcome == milp::Outcome::kInfeasible;
  result.bound = solution.bound;
  result.built = count.selection();
  if (solution.feasible) {
    result.built.clear();
    for (OptionIndex i = 0; i < problem.options.size(); ++i)
      if (solution.values[i] > 0.5) result.built.push_back(i);
  }
  const Reached reached = reached_by(problem, result.built);
  result.objective = problem.goal.budget_capex ? reached.value : reached.cost;
  if (std::abs(result.objective - result.bound) <= 1e-9 * std::max(1.0, std::abs(result.objective))) {
    result.stopped_by = "optimal";
  } else if (solution.outcome == milp::Outcome::kOptimal) {
    result.stopped_by = "gap";
  } else {
    result.stopped_by = solution.stopped_by_time ? "time" : "work";
  }
  result.solver = "CBC";
  return result;
}

}  // namespace phusong::planning
