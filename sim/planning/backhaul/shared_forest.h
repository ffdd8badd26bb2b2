#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "sim/planning/backhaul/backhaul_ground.h"
#include "sim/planning/backhaul/microwave_link.h"

namespace phusong::planning {

using ForestIndex = std::size_t;
inline constexpr ForestIndex kNoParent = static_cast<ForestIndex>(-1);

/// How a node of the forest goes on.
struct Uplink {
  Medium medium = Medium::kExisting;  ///< kExisting: not at all
  ForestIndex parent = kNoParent;     ///< none for a satellite terminal
  double route_km = 0.0;              ///< of fibre
};

enum class ForestRole {
  kFibreRoot,  ///< a fibre node
  kMastRoot,   ///< a mast that is connected
  kStation,
  kMast,   ///< a mast that exists and is not connected
  kRelay,  ///< to be built
};

/// A node in the forest as it is at the moment.
struct ForestNode {
  Uplink uplink;
  bool active = false;  ///< roots always; stations once inserted; the others while something hangs on them
  std::vector<ForestIndex> children;
};

/// Uplinks that were taken away together.
using RemovedUplinks = std::vector<std::pair<ForestIndex, Uplink>>;

/// Stations, relays and what they hang on: who passes on whose traffic. Keeps the books; the choices are made
/// elsewhere.
class SharedForest {
 public:
  /// Nodes for the stations that have to be connected, for every root, and for every stone that an own chain passes.
  SharedForest(const BackhaulGround& ground, std::span<const BackhaulNode> stations,
               std::span<const BackhaulChain> own_chains);

  std::size_t size() const { return nodes_.size(); }
  const BackhaulNode& place(ForestIndex index) const { return places_[index]; }
  ForestRole role(ForestIndex index) const { return roles_[index]; }
  const ForestNode& node(ForestIndex index) const { return nodes_[index]; }
  bool is_root(ForestIndex index) const { return roles_[index] <= ForestRole::kMastRoot; }
  /// The node of a station; kNoParent for one that is connected.
  ForestIndex node_of_station(std::size_t station) const { return station_nodes_[station]; }

  double cost_of(const Uplink& uplink) const;
  /// Of the uplink and, for a relay, of its mast.
  double cost_with(ForestIndex index, const Uplink& uplink) const;
  double total_cost() const;

  void attach(ForestIndex index, const Uplink& uplink);
  /// Takes the uplink away, and those of relays that nothing hangs on any more.
  RemovedUplinks detach(ForestIndex index);
  void restore(const RemovedUplinks& removed);
  double cost_of(const RemovedUplinks& removed) const;

  /// Microwave hops from a node to fibre; negative where it does not reach any (a satellite terminal, taken away).
  int hops_to_fibre(ForestIndex index) const;
  /// Fibre all the way.
  bool is_fibre_fed(ForestIndex index) const;
  int hops_below(ForestIndex index) const;
  int microwave_links(ForestIndex index) const;
  bool has_fibre_children(ForestIndex index) const;

  /// How the own chains went on from a stone.
  const Uplink& usual_uplink(ForestIndex index) const { return usual_[index]; }

  std::vector<ForestNode> snapshot() const { return nodes_; }
  void go_back(std::vector<ForestNode> snapshot) { nodes_ = std::move(snapshot); }

 private:
  ForestIndex add(const BackhaulNode& place, ForestRole role);
  void add_stations(std::span<const BackhaulNode> stations);
  void add_stones(const BackhaulChain& chain);
  bool leads_to(ForestIndex from, ForestIndex to) const;

  const BackhaulGround& ground_;
  std::vector<BackhaulNode> places_;
  std::vector<ForestRole> roles_;
  std::vector<Uplink> usual_;
  std::vector<ForestNode> nodes_;
  std::vector<ForestIndex> station_nodes_;
  std::unordered_map<std::string, ForestIndex> fibre_, masts_;  ///< by id; masts: roots, stones and stations
};

}  // namespace phusong::planning
