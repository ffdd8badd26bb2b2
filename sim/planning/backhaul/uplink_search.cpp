#include "sim/planning/backhaul/uplink_search.h"

#include <algorithm>

#include "sim/planning/backhaul/new_links.h"

namespace phusong::planning {

UplinkSearch::UplinkSearch(const RoutingGraph& graph, const SharedForest& forest)
    : options_(graph.scenario.options.backhaul), forest_(forest), engine_(graph.terrain, graph.scenario.options) {}

UplinkChoice UplinkSearch::cheapest(ForestIndex index, bool may_take_satellite) {
  UplinkChoice best;
  offer_fibre(index, best);
  offer_microwave(index, best);
  if (may_take_satellite && forest_.role(index) == ForestRole::kStation && forest_.node(index).children.empty()) {
    const Uplink satellite{.medium = Medium::kSatellite};
    if (forest_.cost_of(satellite) < best.cost) best = {.uplink = satellite, .cost = forest_.cost_of(satellite)};
  }
  return best;
}

void UplinkSearch::offer_fibre(ForestIndex index, UplinkChoice& best) const {
  for (ForestIndex other = 0; other < forest_.size(); ++other) {
    const ForestRole role = forest_.role(other);
    if (role != ForestRole::kFibreRoot && role != ForestRole::kStation) continue;
    if (!forest_.node(other).active || other == index) continue;
    Uplink uplink{.medium = Medium::kFibre, .parent = other};
    uplink.fibre_km =
        fibre_length_km(forest_.backhaul_node(index), forest_.backhaul_node(other), options_.fibre_route_factor);
    const double cost = forest_.cost_of(uplink);
    if (cost < best.cost && forest_.is_fibre_fed(other)) best = {.uplink = uplink, .cost = cost};
  }
}

// The node's own descendants are no targets: they do not reach fibre while the node is detached.
std::optional<UplinkSearch::Ready> UplinkSearch::made_ready(ForestIndex index) const {
  int links = 1;
  Ready ready;
  while (!forest_.node(index).active) {
    const Uplink& uplink = forest_.default_uplink(index);
    const int hops = uplink.medium == Medium::kMicrowave ? 1 : 0;
    if (uplink.medium == Medium::kExisting || links + hops > options_.max_links_per_node) return std::nullopt;
    ready.cost += forest_.cost_with(index, uplink);
    ready.hops += hops;
    links = hops;
    index = uplink.parent;
  }
  const int hops_on = forest_.hops_to_fibre(index);
  if (hops_on < 0 || forest_.microwave_links(index) + links > options_.max_links_per_node) return std::nullopt;
  ready.hops += hops_on;
  return ready;
}

bool UplinkSearch::is_link(ForestIndex from, ForestIndex to) {
  const std::uint64_t key = (std::uint64_t{from} << 32) | std::uint64_t{to};
  const auto known = known_links_.find(key);
  if (known != known_links_.end()) return known->second;
  const bool works = engine_.link(forest_.backhaul_node(from), forest_.backhaul_node(to)).has_value();
  known_links_.emplace(key, works);
  return works;
}

bool UplinkSearch::can_hop(ForestIndex from, ForestIndex to) {
  if (from == to || forest_.role(to) == ForestRole::kFibreRoot || forest_.has_fibre_children(from)) return false;
  if (forest_.microwave_links(from) >= options_.max_links_per_node) return false;
  const auto ready = made_ready(to);
  return ready && ready->hops + 1 + forest_.hops_below(from) <= options_.max_hops && is_link(from, to);
}

void UplinkSearch::offer_microwave(ForestIndex index, UplinkChoice& best) {
  const double hop = forest_.cost_of(Uplink{.medium = Medium::kMicrowave});
  if (hop >= best.cost) return;
  targets_.clear();
  for (ForestIndex other = 0; other < forest_.size(); ++other) {
    if (forest_.role(other) == ForestRole::kFibreRoot || other == index) continue;
    const double metres = distance_m(forest_.backhaul_node(index).position, forest_.backhaul_node(other).position);
    if (metres > 1000.0 * options_.max_hop_km) continue;
    const auto ready = made_ready(other);
    if (ready && hop + ready->cost < best.cost) targets_.push_back({hop + ready->cost, metres, other});
  }
  std::sort(targets_.begin(), targets_.end());
  for (const HopTarget& target : targets_) {
    if (!can_hop(index, target.index)) continue;
    best = {.uplink = {.medium = Medium::kMicrowave, .parent = target.index}, .cost = target.cost};
    return;
  }
}

}  // namespace phusong::planning
