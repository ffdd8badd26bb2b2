#include "sim/optimisation/covering/problem/coverage_count.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace phusong::covering {

namespace {

constexpr double kUnitsPerWeight = 1e12;
constexpr std::int64_t kToleranceUnits = 1000;  // 1e-9, the tolerance of Alternative

std::int64_t units(double weight) {
  return std::llround(weight * kUnitsPerWeight);
}

}  // namespace

CoverageCount::CoverageCount(const Problem& problem)
    : problem_(problem),
      alternatives_met_(problem.demands.size(), 0),
      cover_sets_of_(problem.options.size()),
      demands_of_(problem.options.size()),
      options_of_(problem.demands.size()),
      built_(problem.options.size(), false),
      count_in_quota_group_(problem.goal.quotas.size(), 0) {
  std::unordered_map<std::size_t, std::size_t> groups;
  for (const Option& option : problem.options)
    group_of_.push_back(groups.try_emplace(option.exclusion_group, groups.size()).first->second);
  holder_.assign(groups.size(), kNone);
  for (DemandIndex d = 0; d < problem.demands.size(); ++d)
    add_demand(d, problem.demands[d]);
}

void CoverageCount::add_demand(std::uint32_t index, const Demand& demand) {
  if (demand.counts_already) change_demand(index, 1.0);
  for (const Alternative& alternative : demand.alternatives) {
    alternatives_.push_back({.required = units(alternative.least_weight) - kToleranceUnits, .demand = index});
    if (alternatives_.back().required <= 0) change_demand(index, 1.0);
    for (const DemandPoint& point : alternative.points)
      add_point(point, static_cast<std::uint32_t>(alternatives_.size() - 1));
  }
  auto& options = options_of_[index];
  std::sort(options.begin(), options.end());
  options.erase(std::unique(options.begin(), options.end()), options.end());
  for (const OptionIndex option : options)
    demands_of_[option].push_back(index);
}

void CoverageCount::add_point(const DemandPoint& point, std::uint32_t alternative) {
  points_.push_back({.weight = units(point.weight),
                     .alternative = alternative,
                     .cover_sets_missing = static_cast<std::uint32_t>(point.cover_sets.size())});
  if (point.cover_sets.empty()) change_alternative(alternatives_[alternative], points_.back().weight);
  for (const auto& cover_set : point.cover_sets) {
    for (const OptionIndex option : cover_set) {
      cover_sets_of_[option].push_back(static_cast<std::uint32_t>(cover_sets_.size()));
      options_of_[alternatives_[alternative].demand].push_back(option);
    }
    cover_sets_.push_back({.point = static_cast<std::uint32_t>(points_.size() - 1)});
  }
}

void CoverageCount::change_alternative(AlternativeState& alternative, std::int64_t weight) {
  const bool was_met = alternative.served >= alternative.required;
  alternative.served += weight;
  const bool is_met = alternative.served >= alternative.required;
  if (is_met && !was_met) change_demand(alternative.demand, 1.0);
  if (was_met && !is_met) change_demand(alternative.demand, -1.0);
}

void CoverageCount::change_demand(std::uint32_t demand, double sign) {
  const bool did_count = counts(demand);
  alternatives_met_[demand] += sign > 0.0 ? 1U : ~0U;
  if (counts(demand) == did_count) return;
  const Demand& changed = problem_.demands[demand];
  value_ += sign * changed.value;
  if (changed.quota_group >= count_in_quota_group_.size()) return;
  if (sign > 0.0) {
    count_in_quota_group_[changed.quota_group] += changed.multiplicity;
  } else {
    count_in_quota_group_[changed.quota_group] -= changed.multiplicity;
  }
}

void CoverageCount::build(OptionIndex option) {
  built_[option] = true;
  holder_[group_of_[option]] = option;
  cost_ += problem_.options[option].cost;
  capex_ += problem_.options[option].capex;
  for (const std::uint32_t c : cover_sets_of_[option]) {
    CoverSet& cover_set = cover_sets_[c];
    if (cover_set.options_built++ > 0) continue;
    Point& point = points_[cover_set.point];
    if (--point.cover_sets_missing == 0) change_alternative(alternatives_[point.alternative], point.weight);
  }
}

void CoverageCount::remove(OptionIndex option) {
  built_[option] = false;
  holder_[group_of_[option]] = kNone;
  cost_ -= problem_.options[option].cost;
  capex_ -= problem_.options[option].capex;
  for (const std::uint32_t c : cover_sets_of_[option]) {
    CoverSet& cover_set = cover_sets_[c];
    if (--cover_set.options_built > 0) continue;
    Point& point = points_[cover_set.point];
    if (point.cover_sets_missing++ == 0) change_alternative(alternatives_[point.alternative], -point.weight);
  }
}

std::vector<OptionIndex> CoverageCount::selection() const {
  std::vector<OptionIndex> options;
  for (OptionIndex i = 0; i < built_.size(); ++i)
    if (built_[i]) options.push_back(i);
  return options;
}

double CoverageCount::greedy_score(OptionIndex option, const std::vector<double>& profit) const {
  double sum = 0.0, best_share = 0.0;
  const auto& cover_sets = cover_sets_of_[option];
  // The cover sets of an option stand in the order of demands, alternatives and points.
  for (std::size_t k = 0; k < cover_sets.size();) {
    const std::uint32_t a = points_[cover_sets_[cover_sets[k]].point].alternative;
    const AlternativeState& alternative = alternatives_[a];
    std::int64_t gained = 0;
    for (; k < cover_sets.size() && points_[cover_sets_[cover_sets[k]].point].alternative == a; ++k) {
      const CoverSet& cover_set = cover_sets_[cover_sets[k]];
      const Point& point = points_[cover_set.point];
      if (cover_set.options_built == 0) gained += point.weight / point.cover_sets_missing;
    }
    if (counts(alternative.demand)) continue;
    const auto share = static_cast<double>(std::min(gained, alternative.required - alternative.served)) /
                       static_cast<double>(alternative.required);
    best_share = std::max(best_share, share);
    const bool last_of_demand =
        k == cover_sets.size() ||
        alternatives_[points_[cover_sets_[cover_sets[k]].point].alternative].demand != alternative.demand;
    if (!last_of_demand) continue;
    sum += profit[alternative.demand] * best_share;
    best_share = 0.0;
  }
  return sum;
}

}  // namespace phusong::covering
