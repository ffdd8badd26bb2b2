#include "sim/planning/backhaul/onward_search.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/planning/backhaul/new_links.h"

namespace phusong::planning {

OnwardSearch::OnwardSearch(const BackhaulGround& ground)
    : ground_(ground),
      hop_objective_(ground.costs.objective(ground.costs.microwave_hop)),
      fibre_objective_per_km_(ground.costs.objective(ground.costs.fibre_per_km)),
      satellite_objective_(ground.costs.objective(ground.costs.satellite_terminal)),
      engine_(ground.terrain, ground.scenario.options) {}

Onward OnwardSearch::by_fibre(const BackhaulNode& from, double limit) const {
  const auto& nodes = ground_.existing.fibre_nodes;
  const double route_factor = ground_.scenario.options.backhaul.fibre_route_factor;
  Onward best{.objective = limit};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const double objective = fibre_objective_per_km_ * fibre_route_km(from, nodes[i], route_factor);
    if (objective < best.objective) best = {.next = Onward::Next::kFibre, .index = i, .objective = objective};
  }
  return best.next == Onward::Next::kNone ? Onward{} : best;
}

void OnwardSearch::offer(const BackhaulNode& from, const BackhaulNode& to, double limit, Target target) {
  if (target.objective >= limit) return;
  target.distance_m = distance_m(from.position, to.position);
  if (target.distance_m <= 1000.0 * ground_.scenario.options.backhaul.max_hop_km) targets_.push_back(target);
}

void OnwardSearch::collect(const BackhaulNode& from, const HopLimits& limits) {
  targets_.clear();
  const int hops_left = limits.hop_budget - 1;
  const auto reachable = [&](int hops) { return limits.only_newest ? hops == hops_left : hops <= hops_left; };
  const auto& connected = ground_.existing.connected;
  for (std::size_t i = 0; i < connected.size(); ++i) {
    if (!reachable(connected[i].hops)) continue;
    offer(from, connected[i].node, limits.limit, {hop_objective_, 0.0, Onward::Next::kConnected, i});
  }
  const std::vector<Onward>& onward = ground_.onward[static_cast<std::size_t>(hops_left)];
  for (std::size_t i = 0; i < onward.size(); ++i) {
    if (onward[i].next == Onward::Next::kNone || !reachable(onward[i].hop_budget)) continue;
    offer(from, ground_.stones[i].node, limits.limit,
          {hop_objective_ + onward[i].objective, 0.0, Onward::Next::kStone, i});
  }
}

const BackhaulNode& OnwardSearch::node_of(const Target& target) const {
  return target.kind == Onward::Next::kStone ? ground_.stones[target.index].node
                                             : ground_.existing.connected[target.index].node;
}

Onward OnwardSearch::by_microwave(const BackhaulNode& from, const HopLimits& limits) {
  if (hop_objective_ >= limits.limit) return {};
  collect(from, limits);
  std::make_heap(targets_.begin(), targets_.end(), std::greater<>{});
  while (!targets_.empty()) {
    std::pop_heap(targets_.begin(), targets_.end(), std::greater<>{});
    const Target target = targets_.back();
    targets_.pop_back();
    if (!engine_.link(from, node_of(target))) continue;
    return {.next = target.kind, .index = target.index, .hop_budget = limits.hop_budget, .objective = target.objective};
  }
  return {};
}

Onward OnwardSearch::cheapest(const BackhaulNode& from) {
  const Onward fibre = by_fibre(from, satellite_objective_);
  const Onward microwave = by_microwave(from, {.hop_budget = ground_.scenario.options.backhaul.max_hops,
                                               .limit = std::min(fibre.objective, satellite_objective_)});
  return microwave.next == Onward::Next::kNone ? fibre : microwave;
}

}  // namespace phusong::planning
