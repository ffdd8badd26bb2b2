#include "sim/analysis/comparison/plan_comparison.h"

#include <algorithm>
#include <tuple>

#include "sim/analysis/comparison/pairing.h"

namespace phusong::analysis {
namespace {

/// Two stations that could be the same, by where they are in their lists.
struct NearPair {
  double distance_m = 0.0;
  std::size_t a = 0, b = 0;
};

/// Pairs of one kind within kSamePlaceM, the nearest first.
std::vector<NearPair> near_pairs(const std::vector<StationPair>& only_a, const std::vector<StationPair>& only_b) {
  std::vector<NearPair> pairs;
  for (std::size_t a = 0; a < only_a.size(); ++a) {
    for (std::size_t b = 0; b < only_b.size(); ++b) {
      const double distance_m = gis::distance_m(only_a[a].a->position, only_b[b].b->position);
      if (only_a[a].a->kind == only_b[b].b->kind && distance_m <= kSamePlaceM) pairs.push_back({distance_m, a, b});
    }
  }
  std::ranges::sort(pairs, {}, [](const NearPair& pair) { return std::tuple(pair.distance_m, pair.a, pair.b); });
  return pairs;
}

void drop_marked(std::vector<StationPair>& pairs, const std::vector<bool>& marked) {
  std::vector<StationPair> left;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (!marked[i]) left.push_back(pairs[i]);
  pairs = std::move(left);
}

/// Moves the stations that stand at one place from the lists of one plan alone to those of both.
void join_by_place(PlanComparison& comparison) {
  std::vector<bool> used_a(comparison.only_a.size()), used_b(comparison.only_b.size());
  for (const NearPair& pair : near_pairs(comparison.only_a, comparison.only_b)) {
    if (used_a[pair.a] || used_b[pair.b]) continue;
    used_a[pair.a] = used_b[pair.b] = true;
    comparison.in_both.push_back({comparison.only_a[pair.a].a, comparison.only_b[pair.b].b});
  }
  drop_marked(comparison.only_a, used_a);
  drop_marked(comparison.only_b, used_b);
}

std::optional<ComparedStation> copy_of(const ComparedStation* station) {
  return station == nullptr ? std::nullopt : std::optional(*station);
}

void compare_stations(const std::vector<ComparedStation>& a, const std::vector<ComparedStation>& b,
                      PlanComparison& comparison) {
  const auto key_of = [](const ComparedStation& station) { return std::pair(station.kind, station.site_id); };
  for (const auto& [of_a, of_b] : paired(a, b, key_of)) {
    std::vector<StationPair>& list =
        of_b == nullptr ? comparison.only_a : (of_a == nullptr ? comparison.only_b : comparison.in_both);
    list.push_back({copy_of(of_a), copy_of(of_b)});
  }
  join_by_place(comparison);
}

}  // namespace

std::optional<PlanComparison> compare_plans(const std::optional<ComparedPlan>& a,
                                            const std::optional<ComparedPlan>& b) {
  static const ComparedPlan kNoPlan;
  if (!a && !b) return std::nullopt;
  const ComparedPlan& plan_a = a ? *a : kNoPlan;
  const ComparedPlan& plan_b = b ? *b : kNoPlan;
  PlanComparison comparison{.figures = compare_figures(plan_a.figures, plan_b.figures)};
  if (a) comparison.reached_a = a->reached;
  if (b) comparison.reached_b = b->reached;
  compare_stations(plan_a.stations, plan_b.stations, comparison);
  return comparison;
}

}  // namespace phusong::analysis
