#include "sim/optimisation/covering/heuristic/construct.h"

#include <algorithm>
#include <queue>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

// An option for nothing is worth more than any other, but still less than without end.
constexpr double kLeastPrice = 1e-6;

struct Offer {
  double score = 0.0;
  OptionIndex option = 0;
  bool operator<(const Offer& other) const {
    return score != other.score ? score < other.score : option > other.option;
  }
};

bool can_be_paid(const Problem& problem, const CoverageCount& count, OptionIndex option) {
  const auto& budget = problem.goal.budget_capex;
  return !budget || count.capex() + problem.options[option].capex <= *budget + value_tolerance(*budget);
}

bool communes_reached(const Problem& problem, const CoverageCount& count) {
  const auto& least = problem.goal.least_hamlets_of_commune;
  for (std::size_t c = 0; c < least.size(); ++c)
    if (count.hamlets_of_commune(c) < least[c]) return false;
  return true;
}

/// Once the target's value is reached, only hamlets of communes that lack some are of interest.
std::vector<double> prize_now(const Greedy& greedy, const CoverageCount& count) {
  const Goal& goal = greedy.problem.goal;
  const bool value_lacks = goal.budget_capex || count.value() < goal.least_value - value_tolerance(goal.least_value);
  std::vector<double> prize(greedy.prize);
  for (std::size_t h = 0; h < prize.size(); ++h) {
    const std::size_t commune = greedy.problem.hamlets[h].commune;
    const bool commune_lacks = commune < goal.least_hamlets_of_commune.size() &&
                               count.hamlets_of_commune(commune) < goal.least_hamlets_of_commune[commune];
    if (!value_lacks && !commune_lacks) prize[h] = 0.0;
  }
  return prize;
}

/// One pass with fixed prizes; ends when the value or the communes are reached. True if it built something.
bool build_by_offer(const Greedy& greedy, CoverageCount& count, const std::vector<OptionIndex>& allowed) {
  const std::vector<double> prize = prize_now(greedy, count);
  const Goal& goal = greedy.problem.goal;
  const bool value_lacked = count.value() < goal.least_value - value_tolerance(goal.least_value);
  const auto score = [&](OptionIndex i) { return count.promise(i, prize) / std::max(greedy.price[i], kLeastPrice); };
  std::priority_queue<Offer> offers;
  for (const OptionIndex i : allowed)
    if (!count.built(i)) offers.push({score(i), i});
  bool built_any = false;
  while (!offers.empty()) {
    Offer offer = offers.top();
    offers.pop();
    if (count.place_is_taken(offer.option) || !can_be_paid(greedy.problem, count, offer.option)) continue;
    const double now = score(offer.option);
    if (now <= 0.0) continue;
    if (!offers.empty() && now < offers.top().score) {
      offers.push({now, offer.option});
      continue;
    }
    count.build(offer.option);
    built_any = true;
    const bool value_reached = count.value() >= goal.least_value - value_tolerance(goal.least_value);
    if (!goal.budget_capex && (value_lacked ? value_reached : communes_reached(greedy.problem, count))) break;
  }
  return built_any;
}

}  // namespace

bool reaches_goal(const Problem& problem, const CoverageCount& count) {
  const Goal& goal = problem.goal;
  const bool value_reached = goal.budget_capex || count.value() >= goal.least_value - value_tolerance(goal.least_value);
  return value_reached && communes_reached(problem, count);
}

void complete(const Greedy& greedy, CoverageCount& count, const std::vector<OptionIndex>& allowed) {
  while ((greedy.problem.goal.budget_capex || !reaches_goal(greedy.problem, count)) &&
         build_by_offer(greedy, count, allowed)) {
  }
  remove_redundant(greedy.problem, count, count.selection());
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
