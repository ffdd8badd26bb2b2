#include "sim/optimisation/covering/presolve/presolve_demands.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

using Layer = std::vector<OptionIndex>;

/// A layer that holds all of another one is served whenever that is.
void drop_implied_layers(std::vector<Layer>& layers) {
  std::sort(layers.begin(), layers.end(),
            [](const Layer& a, const Layer& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  std::vector<Layer> kept;
  for (Layer& layer : layers) {
    const bool implied = std::any_of(kept.begin(), kept.end(), [&](const Layer& smaller) {
      return std::includes(layer.begin(), layer.end(), smaller.begin(), smaller.end());
    });
    if (!implied) kept.push_back(std::move(layer));
  }
  layers = std::move(kept);
}

/// Sums that some of the points reach, ascending; empty where there are too many to list.
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

/// 14.25 of 19 equal points are 15.
void raise_need(Alternative& way) {
  const std::vector<double> sums = reachable_weights(way.points);
  const auto next = std::lower_bound(sums.begin(), sums.end(), way.least_weight - kWeightTolerance);
  if (next != sums.end()) way.least_weight = *next;
}

void join_points(Alternative& way) {
  std::map<std::vector<Layer>, double> weight_of;
  for (DemandPoint& point : way.points) {
    drop_implied_layers(point.layers);
    weight_of[std::move(point.layers)] += point.weight;
  }
  way.points.clear();
  for (const auto& [layers, weight] : weight_of) {
    if (layers.empty()) {
      way.least_weight -= weight;
    } else {
      way.points.push_back({.weight = weight, .layers = layers});
    }
  }
}

bool out_of_reach(const DemandPoint& point) {
  return point.weight <= 0.0 ||
         std::any_of(point.layers.begin(), point.layers.end(), [](const Layer& layer) { return layer.empty(); });
}

void simplify_hamlet(Demand& hamlet) {
  std::erase_if(hamlet.ways, [](Alternative& way) { return !simplify_way(way); });
  hamlet.counts_already |=
      std::any_of(hamlet.ways.begin(), hamlet.ways.end(), [](const Alternative& way) { return way.points.empty(); });
}

std::vector<std::pair<double, std::vector<std::pair<double, std::vector<Layer>>>>> key_of(const Demand& hamlet) {
  std::vector<std::pair<double, std::vector<std::pair<double, std::vector<Layer>>>>> key;
  for (const Alternative& way : hamlet.ways) {
    auto& [need, points] = key.emplace_back(way.least_weight, std::vector<std::pair<double, std::vector<Layer>>>{});
    for (const DemandPoint& point : way.points)
      points.emplace_back(point.weight, point.layers);
  }
  return key;
}

}  // namespace

bool simplify_way(Alternative& way) {
  std::erase_if(way.points, out_of_reach);
  join_points(way);
  if (way.least_weight <= kWeightTolerance) {
    way.points.clear();
    return true;
  }
  double total = 0.0;
  for (const DemandPoint& point : way.points)
    total += point.weight;
  if (total < way.least_weight - kWeightTolerance) return false;
  raise_need(way);
  for (DemandPoint& point : way.points)
    point.weight = std::min(point.weight, way.least_weight);
  return true;
}

void simplify_hamlets(std::vector<Demand>& hamlets) {
  for (Demand& hamlet : hamlets)
    simplify_hamlet(hamlet);
}

std::vector<Demand> join_equal_hamlets(std::vector<Demand> hamlets, bool by_commune) {
  using Key = decltype(key_of(Demand{}));
  std::map<std::pair<std::size_t, Key>, std::size_t> place_of;
  std::vector<Demand> joined;
  for (Demand& hamlet : hamlets) {
    const auto [found, is_new] = place_of.try_emplace({by_commune ? hamlet.commune : 0, key_of(hamlet)}, joined.size());
    if (is_new) {
      joined.push_back(std::move(hamlet));
      continue;
    }
    joined[found->second].value += hamlet.value;
    joined[found->second].hamlets += hamlet.hamlets;
  }
  return joined;
}

}  // namespace phusong::covering
