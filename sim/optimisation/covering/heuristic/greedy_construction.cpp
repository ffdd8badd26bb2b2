#include "sim/optimisation/covering/heuristic/greedy_construction.h"

#include <algorithm>
#include <queue>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

// Divisor of the score of an option that costs nothing: it comes before all others, with a finite score.
constexpr double kLeastCost = 1e-6;

/// An option with its score when it was queued, which is never below its score of now.
struct QueueEntry {
  double score = 0.0;
  OptionIndex option = 0;
  bool operator<(const QueueEntry& other) const {
    return score != other.score ? score < other.score : option > other.option;
  }
};

bool fits_budget(const Problem& problem, const CoverageCount& count, OptionIndex option) {
  const auto& budget = problem.goal.budget_capex;
  return !budget || count.capex() + problem.options[option].capex <= *budget + value_tolerance(*budget);
}

bool quotas_reached(const Problem& problem, const CoverageCount& count) {
  const auto& least = problem.goal.quotas;
  for (std::size_t g = 0; g < least.size(); ++g)
    if (count.count_in_quota_group(g) < least[g]) return false;
  return true;
}

/// Profits of now: once the target is reached, only demands of quota groups below their quota have one.
std::vector<double> current_profits(const GreedyInput& input, const CoverageCount& count) {
  const Goal& goal = input.problem.goal;
  const bool below_target = goal.budget_capex || count.value() < goal.least_value - value_tolerance(goal.least_value);
  std::vector<double> profit(input.profit);
  for (std::size_t d = 0; d < profit.size(); ++d) {
    const std::size_t quota_group = input.problem.demands[d].quota_group;
    const bool below_quota =
        quota_group < goal.quotas.size() && count.count_in_quota_group(quota_group) < goal.quotas[quota_group];
    if (!below_target && !below_quota) profit[d] = 0.0;
  }
  return profit;
}

/// Builds by score with fixed profits until the target or, where it was reached before, the quotas are reached. Scores
/// are computed anew only at the head of the queue (lazy evaluation). Returns whether it built anything.
bool build_by_score(const GreedyInput& input, CoverageCount& count, const std::vector<OptionIndex>& allowed) {
  const std::vector<double> profit = current_profits(input, count);
  const Goal& goal = input.problem.goal;
  const bool was_below_target = count.value() < goal.least_value - value_tolerance(goal.least_value);
  const auto score = [&](OptionIndex i) { return count.greedy_score(i, profit) / std::max(input.cost[i], kLeastCost); };
  std::priority_queue<QueueEntry> queue;
  for (const OptionIndex i : allowed)
    if (!count.built(i)) queue.push({score(i), i});
  bool built_any = false;
  while (!queue.empty()) {
    QueueEntry entry = queue.top();
    queue.pop();
    if (count.group_is_taken(entry.option) || !fits_budget(input.problem, count, entry.option)) continue;
    const double now = score(entry.option);
    if (now <= 0.0) continue;
    if (!queue.empty() && now < queue.top().score) {
      queue.push({now, entry.option});
      continue;
    }
    count.build(entry.option);
    built_any = true;
    const bool value_reached = count.value() >= goal.least_value - value_tolerance(goal.least_value);
    if (!goal.budget_capex && (was_below_target ? value_reached : quotas_reached(input.problem, count))) break;
  }
  return built_any;
}

}  // namespace

bool reaches_goal(const Problem& problem, const CoverageCount& count) {
  const Goal& goal = problem.goal;
  const bool value_reached = goal.budget_capex || count.value() >= goal.least_value - value_tolerance(goal.least_value);
  return value_reached && quotas_reached(problem, count);
}

void construct_greedily(const GreedyInput& input, CoverageCount& count, const std::vector<OptionIndex>& allowed) {
  while ((input.problem.goal.budget_capex || !reaches_goal(input.problem, count)) &&
         build_by_score(input, count, allowed)) {
  }
  remove_redundant(input.problem, count, count.selection());
}

void remove_redundant(const Problem& problem, CoverageCount& count, std::vector<OptionIndex> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](OptionIndex a, OptionIndex b) { return problem.options[a].cost > problem.options[b].cost; });
  if (!reaches_goal(problem, count)) return;
  for (const OptionIndex option : candidates) {
    if (!count.built(option)) continue;
    const double value = count.value();
    count.remove(option);
    const bool loses = problem.goal.budget_capex && count.value() < value - value_tolerance(value);
    if (loses || !reaches_goal(problem, count)) count.build(option);
  }
}

}  // namespace phusong::covering
