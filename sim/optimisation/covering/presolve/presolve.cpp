#include "sim/optimisation/covering/presolve/presolve.h"

#include <algorithm>
#include <cmath>

#include "sim/optimisation/covering/presolve/presolve_demands.h"
#include "sim/optimisation/covering/presolve/presolve_options.h"
#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

/// Removes demands that count already, with their part of the goal, and demands that never can.
void remove_decided_demands(PresolvedProblem& presolved) {
  Goal& goal = presolved.problem.goal;
  for (const Demand& demand : presolved.problem.demands) {
    if (!demand.counts_already) continue;
    presolved.counted_value += demand.value;
    goal.least_value -= demand.value;
    if (demand.quota_group >= goal.quotas.size()) continue;
    std::size_t& left = goal.quotas[demand.quota_group];
    left -= std::min(left, demand.multiplicity);
  }
  std::erase_if(presolved.problem.demands,
                [](const Demand& demand) { return demand.counts_already || demand.alternatives.empty(); });
}

/// Keeps the flagged options and numbers them anew.
void keep_options(PresolvedProblem& presolved, const std::vector<bool>& kept) {
  std::vector<OptionIndex> number(kept.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    number[i] = static_cast<OptionIndex>(count);
    if (count != i) {
      presolved.problem.options[count] = std::move(presolved.problem.options[i]);
      presolved.original[count] = presolved.original[i];
    }
    ++count;
  }
  presolved.problem.options.resize(count);
  presolved.original.resize(count);
  for (Demand& demand : presolved.problem.demands) {
    for (Alternative& alternative : demand.alternatives) {
      for (DemandPoint& point : alternative.points) {
        for (auto& cover_set : point.cover_sets) {
          std::erase_if(cover_set, [&](OptionIndex option) { return !kept[option]; });
          for (OptionIndex& option : cover_set)
            option = number[option];
        }
      }
    }
  }
}

/// Rounds the target up where all values are whole.
void round_target(Problem& problem) {
  if (has_whole_values(problem))
    problem.goal.least_value = std::ceil(problem.goal.least_value - value_tolerance(problem.goal.least_value));
}

void reduce_demands(PresolvedProblem& presolved) {
  Problem& problem = presolved.problem;
  const auto& quota_groups = problem.goal.quotas;
  presolve_demands(problem.demands);
  remove_decided_demands(presolved);
  problem.demands =
      merge_equal_demands(std::move(problem.demands),
                          std::any_of(quota_groups.begin(), quota_groups.end(), [](auto least) { return least > 0; }));
}

}  // namespace

PresolvedProblem presolve(const Problem& problem) {
  PresolvedProblem presolved{.problem = problem, .original = std::vector<OptionIndex>(problem.options.size())};
  for (OptionIndex i = 0; i < problem.options.size(); ++i)
    presolved.original[i] = i;
  reduce_demands(presolved);
  for (std::size_t before = 0; before != presolved.problem.options.size();) {
    before = presolved.problem.options.size();
    keep_options(presolved, options_to_keep(presolved.problem));
    reduce_demands(presolved);
  }
  round_target(presolved.problem);
  return presolved;
}

}  // namespace phusong::covering
