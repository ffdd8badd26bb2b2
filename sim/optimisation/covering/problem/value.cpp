#include "sim/optimisation/covering/problem/value.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "sim/optimisation/covering/solve.h"

namespace phusong::covering {

namespace {

bool serves(const DemandPoint& point, const std::vector<bool>& built) {
  return std::all_of(point.layers.begin(), point.layers.end(), [&](const std::vector<OptionIndex>& layer) {
    return std::any_of(layer.begin(), layer.end(), [&](OptionIndex option) { return built[option]; });
  });
}

bool is_met(const Alternative& way, const std::vector<bool>& built) {
  double weight = 0.0;
  for (const DemandPoint& point : way.points)
    if (serves(point, built)) weight += point.weight;
  return weight >= way.least_weight - kWeightTolerance;
}

}  // namespace

double value_tolerance(double least_value) {
  return 1e-9 * std::max(1.0, std::abs(least_value));
}

double total_value(const Problem& problem) {
  double sum = 0.0;
  for (const Demand& hamlet : problem.hamlets)
    sum += hamlet.value;
  return sum;
}

bool has_whole_values(const Problem& problem) {
  return std::ranges::all_of(
      problem.hamlets, [](const Demand& hamlet) { return std::abs(hamlet.value - std::round(hamlet.value)) < 1e-9; });
}

bool counts(const Demand& hamlet, const std::vector<bool>& built) {
  return hamlet.counts_already || std::any_of(hamlet.ways.begin(), hamlet.ways.end(),
                                              [&](const Alternative& way) { return is_met(way, built); });
}

Reached reached_by(const Problem& problem, const std::vector<OptionIndex>& built) {
  std::vector<bool> flags(problem.options.size(), false);
  Reached reached{.hamlets_of_commune = std::vector<std::size_t>(problem.goal.least_hamlets_of_commune.size(), 0)};
  for (const OptionIndex option : built) {
    flags[option] = true;
    reached.cost += problem.options[option].cost;
    reached.capex += problem.options[option].capex;
  }
  for (const Demand& hamlet : problem.hamlets) {
    if (!counts(hamlet, flags)) continue;
    reached.value += hamlet.value;
    if (hamlet.commune < reached.hamlets_of_commune.size())
      reached.hamlets_of_commune[hamlet.commune] += hamlet.hamlets;
  }
  return reached;
}

bool keeps_goal(const Problem& problem, const std::vector<OptionIndex>& built) {
  std::unordered_set<std::size_t> places;
  for (const OptionIndex option : built)
    if (!places.insert(problem.options[option].place).second) return false;
  const Goal& goal = problem.goal;
  const Reached reached = reached_by(problem, built);
  for (std::size_t c = 0; c < goal.least_hamlets_of_commune.size(); ++c)
    if (reached.hamlets_of_commune[c] < goal.least_hamlets_of_commune[c]) return false;
  if (goal.budget_capex) return reached.capex <= *goal.budget_capex + value_tolerance(*goal.budget_capex);
  return reached.value >= goal.least_value - value_tolerance(goal.least_value);
}

double value_of(const Problem& problem, const std::vector<OptionIndex>& built) {
  return reached_by(problem, built).value;
}

}  // namespace phusong::covering
