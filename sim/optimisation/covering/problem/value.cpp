#include "sim/optimisation/covering/problem/value.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace phusong::covering {

namespace {

bool serves(const DemandPoint& point, const std::vector<bool>& built) {
  return std::all_of(point.cover_sets.begin(), point.cover_sets.end(), [&](const std::vector<OptionIndex>& cover_set) {
    return std::any_of(cover_set.begin(), cover_set.end(), [&](OptionIndex option) { return built[option]; });
  });
}

bool is_met(const Alternative& alternative, const std::vector<bool>& built) {
  double weight = 0.0;
  for (const DemandPoint& point : alternative.points)
    if (serves(point, built)) weight += point.weight;
  return weight >= alternative.least_weight - kWeightTolerance;
}

}  // namespace

double value_tolerance(double least_value) {
  return 1e-9 * std::max(1.0, std::abs(least_value));
}

double total_value(const Problem& problem) {
  double sum = 0.0;
  for (const Demand& demand : problem.demands)
    sum += demand.value;
  return sum;
}

bool has_whole_values(const Problem& problem) {
  return std::ranges::all_of(
      problem.demands, [](const Demand& demand) { return std::abs(demand.value - std::round(demand.value)) < 1e-9; });
}

bool counts(const Demand& demand, const std::vector<bool>& built) {
  return demand.counts_already ||
         std::any_of(demand.alternatives.begin(), demand.alternatives.end(),
                     [&](const Alternative& alternative) { return is_met(alternative, built); });
}

Totals totals_of(const Problem& problem, const std::vector<OptionIndex>& built) {
  std::vector<bool> flags(problem.options.size(), false);
  Totals totals{.count_in_quota_group = std::vector<std::size_t>(problem.goal.quotas.size(), 0)};
  for (const OptionIndex option : built) {
    flags[option] = true;
    totals.cost += problem.options[option].cost;
    totals.capex += problem.options[option].capex;
  }
  for (const Demand& demand : problem.demands) {
    if (!counts(demand, flags)) continue;
    totals.value += demand.value;
    if (demand.quota_group < totals.count_in_quota_group.size())
      totals.count_in_quota_group[demand.quota_group] += demand.multiplicity;
  }
  return totals;
}

bool is_feasible(const Problem& problem, const std::vector<OptionIndex>& built) {
  std::unordered_set<std::size_t> groups;
  for (const OptionIndex option : built)
    if (!groups.insert(problem.options[option].exclusion_group).second) return false;
  const Goal& goal = problem.goal;
  const Totals totals = totals_of(problem, built);
  for (std::size_t c = 0; c < goal.quotas.size(); ++c)
    if (totals.count_in_quota_group[c] < goal.quotas[c]) return false;
  if (goal.budget_capex) return totals.capex <= *goal.budget_capex + value_tolerance(*goal.budget_capex);
  return totals.value >= goal.least_value - value_tolerance(goal.least_value);
}

double value_of(const Problem& problem, const std::vector<OptionIndex>& built) {
  return totals_of(problem, built).value;
}

}  // namespace phusong::covering
