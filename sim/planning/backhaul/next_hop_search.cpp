#include "sim/planning/backhaul/next_hop_search.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/planning/backhaul/new_links.h"

namespace phusong::planning {

NextHopSearch::NextHopSearch(const RoutingGraph& graph)
    : graph_(graph),
      hop_objective_(graph.costs.objective(graph.costs.microwave_hop)),
      fibre_objective_per_km_(graph.costs.objective(graph.costs.fibre_per_km)),
      satellite_objective_(graph.costs.objective(graph.costs.satellite_terminal)),
      engine_(graph.terrain, graph.scenario.options) {}

NextHop NextHopSearch::by_fibre(const BackhaulNode& from, double limit) const {
  const auto& nodes = graph_.existing.fibre_nodes;
  const double route_factor = graph_.scenario.options.backhaul.fibre_route_factor;
  NextHop best{.objective = limit};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const double objective = fibre_objective_per_km_ * fibre_length_km(from, nodes[i], route_factor);
    if (objective < best.objective) best = {.kind = NextHop::Kind::kFibre, .index = i, .objective = objective};
  }
  return best.kind == NextHop::Kind::kNone ? NextHop{} : best;
}

void NextHopSearch::offer(const BackhaulNode& from, const BackhaulNode& to, double limit, HopTarget target) {
  if (target.objective >= limit) return;
  target.distance_m = distance_m(from.position, to.position);
  if (target.distance_m <= 1000.0 * graph_.scenario.options.backhaul.max_hop_km) targets_.push_back(target);
}

void NextHopSearch::collect(const BackhaulNode& from, const HopLimits& limits) {
  targets_.clear();
  const int hops_left = limits.hop_budget - 1;
  const auto reachable = [&](int hops) { return limits.only_newest ? hops == hops_left : hops <= hops_left; };
  const auto& connected = graph_.existing.connected;
  for (std::size_t i = 0; i < connected.size(); ++i) {
    if (!reachable(connected[i].hops)) continue;
    offer(from, connected[i].node, limits.limit, {hop_objective_, 0.0, NextHop::Kind::kConnected, i});
  }
  const std::vector<NextHop>& next_hops = graph_.next_hops[static_cast<std::size_t>(hops_left)];
  for (std::size_t i = 0; i < next_hops.size(); ++i) {
    if (next_hops[i].kind == NextHop::Kind::kNone || !reachable(next_hops[i].hop_budget)) continue;
    offer(from, graph_.transit_nodes[i].node, limits.limit,
          {hop_objective_ + next_hops[i].objective, 0.0, NextHop::Kind::kTransit, i});
  }
}

const BackhaulNode& NextHopSearch::node_of(const HopTarget& target) const {
  return target.kind == NextHop::Kind::kTransit ? graph_.transit_nodes[target.index].node
                                                : graph_.existing.connected[target.index].node;
}

NextHop NextHopSearch::by_microwave(const BackhaulNode& from, const HopLimits& limits) {
  if (hop_objective_ >= limits.limit) return {};
  collect(from, limits);
  std::make_heap(targets_.begin(), targets_.end(), std::greater<>{});
  while (!targets_.empty()) {
    std::pop_heap(targets_.begin(), targets_.end(), std::greater<>{});
    const HopTarget target = targets_.back();
    targets_.pop_back();
    if (!engine_.link(from, node_of(target))) continue;
    return {.kind = target.kind, .index = target.index, .hop_budget = limits.hop_budget, .objective = target.objective};
  }
  return {};
}

NextHop NextHopSearch::cheapest(const BackhaulNode& from) {
  const NextHop fibre = by_fibre(from, satellite_objective_);
  const NextHop microwave = by_microwave(from, {.hop_budget = graph_.scenario.options.backhaul.max_hops,
                                                .limit = std::min(fibre.objective, satellite_objective_)});
  return microwave.kind == NextHop::Kind::kNone ? fibre : microwave;
}

}  // namespace phusong::planning
