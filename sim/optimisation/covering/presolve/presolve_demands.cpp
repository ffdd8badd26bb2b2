#include "sim/optimisation/covering/presolve/presolve_demands.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

using CoverSet = std::vector<OptionIndex>;

/// Drops each cover set that contains another one: it is satisfied whenever that one is.
void drop_dominated_cover_sets(std::vector<CoverSet>& cover_sets) {
  std::sort(cover_sets.begin(), cover_sets.end(),
            [](const CoverSet& a, const CoverSet& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  std::vector<CoverSet> kept;
  for (CoverSet& cover_set : cover_sets) {
    const bool implied = std::any_of(kept.begin(), kept.end(), [&](const CoverSet& smaller) {
      return std::includes(cover_set.begin(), cover_set.end(), smaller.begin(), smaller.end());
    });
    if (!implied) kept.push_back(std::move(cover_set));
  }
  cover_sets = std::move(kept);
}

/// Lists the sums of weights that subsets of the points reach, ascending; empty where there are too many.
std::vector<double> reachable_weights(const std::vector<DemandPoint>& points) {
  constexpr std::size_t kMostSums = 4096;
  std::vector<double> sums{0.0};
  for (const DemandPoint& point : points) {
    std::vector<double> with(sums), both;
    for (double& sum : with)
      sum += point.weight;
    std::merge(sums.begin(), sums.end(), with.begin(), with.end(), std::back_inserter(both));
    sums.clear();
    for (const double sum : both)
      if (sums.empty() || sum > sums.back() + kWeightTolerance / 10.0) sums.push_back(sum);
    if (sums.size() > kMostSums) return {};
  }
  return sums;
}

/// Raises the right-hand side to the next sum that can be reached: 14.25 of 19 equal points are 15.
void tighten_right_hand_side(Alternative& alternative) {
  const std::vector<double> sums = reachable_weights(alternative.points);
  const auto next = std::lower_bound(sums.begin(), sums.end(), alternative.least_weight - kWeightTolerance);
  if (next != sums.end()) alternative.least_weight = *next;
}

void merge_points(Alternative& alternative) {
  std::map<std::vector<CoverSet>, double> weight_of;
  for (DemandPoint& point : alternative.points) {
    drop_dominated_cover_sets(point.cover_sets);
    weight_of[std::move(point.cover_sets)] += point.weight;
  }
  alternative.points.clear();
  for (const auto& [cover_sets, weight] : weight_of) {
    if (cover_sets.empty()) {
      alternative.least_weight -= weight;
    } else {
      alternative.points.push_back({.weight = weight, .cover_sets = cover_sets});
    }
  }
}

bool can_never_be_served(const DemandPoint& point) {
  return point.weight <= 0.0 || std::any_of(point.cover_sets.begin(), point.cover_sets.end(),
                                            [](const CoverSet& cover_set) { return cover_set.empty(); });
}

void presolve_demand(Demand& demand) {
  std::erase_if(demand.alternatives, [](Alternative& alternative) { return !presolve_alternative(alternative); });
  demand.counts_already |= std::any_of(demand.alternatives.begin(), demand.alternatives.end(),
                                       [](const Alternative& alternative) { return alternative.points.empty(); });
}

/// Least weight and points of each alternative: equal demands have equal keys.
using PointKeys = std::vector<std::pair<double, std::vector<CoverSet>>>;
using DemandKey = std::vector<std::pair<double, PointKeys>>;

DemandKey key_of(const Demand& demand) {
  DemandKey key;
  for (const Alternative& alternative : demand.alternatives) {
    auto& [required, points] = key.emplace_back(alternative.least_weight, PointKeys{});
    for (const DemandPoint& point : alternative.points)
      points.emplace_back(point.weight, point.cover_sets);
  }
  return key;
}

}  // namespace

bool presolve_alternative(Alternative& alternative) {
  std::erase_if(alternative.points, can_never_be_served);
  merge_points(alternative);
  if (alternative.least_weight <= kWeightTolerance) {
    alternative.points.clear();
    return true;
  }
  double total = 0.0;
  for (const DemandPoint& point : alternative.points)
    total += point.weight;
  if (total < alternative.least_weight - kWeightTolerance) return false;
  tighten_right_hand_side(alternative);
  for (DemandPoint& point : alternative.points)
    point.weight = std::min(point.weight, alternative.least_weight);
  return true;
}

void presolve_demands(std::vector<Demand>& demands) {
  for (Demand& demand : demands)
    presolve_demand(demand);
}

std::vector<Demand> merge_equal_demands(std::vector<Demand> demands, bool within_quota_groups) {
  std::map<std::pair<std::size_t, DemandKey>, std::size_t> index_of;
  std::vector<Demand> merged;
  for (Demand& demand : demands) {
    const auto [found, is_new] =
        index_of.try_emplace({within_quota_groups ? demand.quota_group : 0, key_of(demand)}, merged.size());
    if (is_new) {
      merged.push_back(std::move(demand));
      continue;
    }
    merged[found->second].value += demand.value;
    merged[found->second].multiplicity += demand.multiplicity;
  }
  return merged;
}

}  // namespace phusong::covering
