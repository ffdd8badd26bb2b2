#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "sim/planning/backhaul/microwave_link.h"
#include "sim/planning/backhaul/routing_graph.h"

namespace phusong::planning {

using ForestIndex = std::size_t;
inline constexpr ForestIndex kNoParent = static_cast<ForestIndex>(-1);

/// The link by which a node of the forest goes on.
struct Uplink {
  Medium medium = Medium::kExisting;  ///< kExisting: not at all
  ForestIndex parent = kNoParent;     ///< none for a satellite terminal
  double fibre_km = 0.0;              ///< length of the fibre
};

enum class ForestRole {
  kFibreRoot,  ///< a fibre node
  kMastRoot,   ///< a mast that is connected
  kStation,
  kMast,   ///< a mast that exists and is not connected
  kRelay,  ///< to be built
};

/// The present state of a node.
struct ForestNode {
  Uplink uplink;
  bool active = false;  ///< roots always; stations once inserted; the others while they have children
  std::vector<ForestIndex> children;
};

/// Uplinks that were taken away together.
using RemovedUplinks = std::vector<std::pair<ForestIndex, Uplink>>;

/// Stations, relays and their uplinks: who passes on whose traffic. Keeps the books; the choices are made elsewhere.
class SharedForest {
 public:
  /// Nodes for the stations that have to be connected, for every root, and for every transit node that a
  /// stand-alone route passes.
  SharedForest(const RoutingGraph& graph, std::span<const BackhaulNode> stations,
               std::span<const BackhaulRoute> stand_alone_routes);

  std::size_t size() const { return nodes_.size(); }
  const BackhaulNode& backhaul_node(ForestIndex index) const { return backhaul_nodes_[index]; }
  ForestRole role(ForestIndex index) const { return roles_[index]; }
  const ForestNode& node(ForestIndex index) const { return nodes_[index]; }
  bool is_root(ForestIndex index) const { return roles_[index] <= ForestRole::kMastRoot; }
  /// The node of a station; kNoParent for one that is connected.
  ForestIndex node_of_station(std::size_t station) const { return station_nodes_[station]; }

  double cost_of(const Uplink& uplink) const;
  /// Cost of the uplink and, for a relay, of its mast.
  double cost_with(ForestIndex index, const Uplink& uplink) const;
  double total_cost() const;

  void attach(ForestIndex index, const Uplink& uplink);
  /// Takes the uplink away, and those of relays that have no children any more.
  RemovedUplinks detach(ForestIndex index);
  void restore(const RemovedUplinks& removed);
  double cost_of(const RemovedUplinks& removed) const;

  /// Microwave hops from a node to fibre; negative where it does not reach any (a satellite terminal, taken away).
  int hops_to_fibre(ForestIndex index) const;
  /// Whether the route of the node is fibre all the way.
  bool is_fibre_fed(ForestIndex index) const;
  int hops_below(ForestIndex index) const;
  int microwave_links(ForestIndex index) const;
  bool has_fibre_children(ForestIndex index) const;

  /// The uplink that the stand-alone routes have from a transit node.
  const Uplink& default_uplink(ForestIndex index) const { return default_uplinks_[index]; }

  std::vector<ForestNode> snapshot() const { return nodes_; }
  void restore(std::vector<ForestNode> snapshot) { nodes_ = std::move(snapshot); }

 private:
  ForestIndex add(const BackhaulNode& node, ForestRole role);
  void add_stations(std::span<const BackhaulNode> stations);
  void add_transit_nodes(const BackhaulRoute& route);
  bool leads_to(ForestIndex from, ForestIndex to) const;

  const RoutingGraph& graph_;
  std::vector<BackhaulNode> backhaul_nodes_;
  std::vector<ForestRole> roles_;
  std::vector<Uplink> default_uplinks_;
  std::vector<ForestNode> nodes_;
  std::vector<ForestIndex> station_nodes_;
  std::unordered_map<std::string, ForestIndex> fibre_, masts_;  ///< by id; masts: roots, transit nodes and stations
};

}  // namespace phusong::planning
