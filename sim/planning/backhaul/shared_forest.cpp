#include "sim/planning/backhaul/shared_forest.h"

#include <algorithm>

namespace phusong::planning {
namespace {

int hops_of(const Uplink& uplink) {
  return uplink.medium == Medium::kMicrowave ? 1 : 0;
}

}  // namespace

SharedForest::SharedForest(const RoutingGraph& graph, std::span<const BackhaulNode> stations,
                           std::span<const BackhaulRoute> stand_alone_routes)
    : graph_(graph) {
  for (const BackhaulNode& node : graph.existing.fibre_nodes)
    fibre_.emplace(node.id, add(node, ForestRole::kFibreRoot));
  for (const ConnectedMast& mast : graph.existing.connected)
    masts_.emplace(mast.node.id, add(mast.node, ForestRole::kMastRoot));
  add_stations(stations);
  for (const BackhaulRoute& route : stand_alone_routes)
    add_transit_nodes(route);
}

ForestIndex SharedForest::add(const BackhaulNode& node, ForestRole role) {
  backhaul_nodes_.push_back(node);
  roles_.push_back(role);
  default_uplinks_.emplace_back();
  nodes_.push_back({.uplink = {}, .active = role <= ForestRole::kMastRoot, .children = {}});
  return nodes_.size() - 1;
}

void SharedForest::add_stations(std::span<const BackhaulNode> stations) {
  for (const BackhaulNode& station : stations) {
    const bool connected = station.is_connected || station.has_fibre;
    station_nodes_.push_back(kNoParent);
    if (connected && masts_.contains(station.id)) continue;
    const ForestIndex index = add(station, connected ? ForestRole::kMastRoot : ForestRole::kStation);
    masts_.emplace(station.id, index);
    if (!connected) station_nodes_.back() = index;
  }
}

void SharedForest::add_transit_nodes(const BackhaulRoute& route) {
  std::vector<ForestIndex> ends;
  for (const BackhaulLink& link : route.links) {
    if (link.medium == Medium::kSatellite) return;
    if (link.medium == Medium::kFibre) {
      ends.push_back(fibre_.at(link.to));
      continue;
    }
    if (!masts_.contains(link.to)) {
      const auto transit =
          std::ranges::find(graph_.transit_nodes, link.to, [](const TransitNode& t) { return t.node.id; });
      masts_.emplace(link.to, add(transit->node, transit->is_new ? ForestRole::kRelay : ForestRole::kMast));
    }
    ends.push_back(masts_.at(link.to));
  }
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const BackhaulLink& link = route.links[i];
    Uplink& uplink = default_uplinks_[ends[i - 1]];
    if (uplink.medium != Medium::kExisting || leads_to(ends[i], ends[i - 1])) continue;
    uplink = {
        .medium = link.medium, .parent = ends[i], .fibre_km = link.medium == Medium::kFibre ? link.length_km : 0.0};
  }
}

// Routes with other hop budgets may go the opposite way.
bool SharedForest::leads_to(ForestIndex from, ForestIndex to) const {
  while (from != to && default_uplinks_[from].parent != kNoParent)
    from = default_uplinks_[from].parent;
  return from == to;
}

double SharedForest::cost_of(const Uplink& uplink) const {
  const BackhaulCosts& costs = graph_.costs;
  switch (uplink.medium) {
    case Medium::kFibre:
      return uplink.fibre_km * costs.objective(costs.fibre_per_km);
    case Medium::kMicrowave:
      return costs.objective(costs.microwave_hop);
    case Medium::kSatellite:
      return costs.objective(costs.satellite_terminal);
    case Medium::kExisting:
      break;
  }
  return 0.0;
}

double SharedForest::cost_with(ForestIndex index, const Uplink& uplink) const {
  return cost_of(uplink) + (roles_[index] == ForestRole::kRelay ? graph_.costs.relay_objective() : 0.0);
}

double SharedForest::total_cost() const {
  double sum = 0.0;
  for (ForestIndex i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].active) sum += cost_with(i, nodes_[i].uplink);
  }
  return sum;
}

void SharedForest::attach(ForestIndex index, const Uplink& uplink) {
  nodes_[index].uplink = uplink;
  nodes_[index].active = true;
  if (uplink.parent != kNoParent) nodes_[uplink.parent].children.push_back(index);
}

RemovedUplinks SharedForest::detach(ForestIndex index) {
  RemovedUplinks removed;
  while (index != kNoParent) {
    const Uplink uplink = nodes_[index].uplink;
    removed.emplace_back(index, uplink);
    nodes_[index].uplink = {};
    nodes_[index].active = nodes_[index].active && removed.size() == 1;
    index = uplink.parent;
    if (index == kNoParent) break;
    std::erase(nodes_[index].children, removed.back().first);
    const bool is_needed = roles_[index] <= ForestRole::kStation || !nodes_[index].children.empty();
    if (is_needed) break;
  }
  return removed;
}

void SharedForest::restore(const RemovedUplinks& removed) {
  for (const auto& [index, uplink] : removed)
    attach(index, uplink);
}

double SharedForest::cost_of(const RemovedUplinks& removed) const {
  double sum = cost_of(removed.front().second);
  for (std::size_t i = 1; i < removed.size(); ++i)
    sum += cost_with(removed[i].first, removed[i].second);
  return sum;
}

int SharedForest::hops_to_fibre(ForestIndex index) const {
  int hops = 0;
  for (; !is_root(index); index = nodes_[index].uplink.parent) {
    if (nodes_[index].uplink.parent == kNoParent) return -1;
    hops += hops_of(nodes_[index].uplink);
  }
  return hops + (roles_[index] == ForestRole::kMastRoot && !backhaul_nodes_[index].has_fibre ? 1 : 0);
}

bool SharedForest::is_fibre_fed(ForestIndex index) const {
  for (; !is_root(index); index = nodes_[index].uplink.parent) {
    if (nodes_[index].uplink.medium != Medium::kFibre) return false;
  }
  return roles_[index] == ForestRole::kFibreRoot;
}

int SharedForest::hops_below(ForestIndex index) const {
  int most = 0;
  for (const ForestIndex child : nodes_[index].children)
    most = std::max(most, hops_of(nodes_[child].uplink) + hops_below(child));
  return most;
}

int SharedForest::microwave_links(ForestIndex index) const {
  int links = hops_of(nodes_[index].uplink);
  for (const ForestIndex child : nodes_[index].children)
    links += hops_of(nodes_[child].uplink);
  return links;
}

bool SharedForest::has_fibre_children(ForestIndex index) const {
  return std::ranges::any_of(nodes_[index].children,
                             [this](ForestIndex child) { return nodes_[child].uplink.medium == Medium::kFibre; });
}

}  // namespace phusong::planning
