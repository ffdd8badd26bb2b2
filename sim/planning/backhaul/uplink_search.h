#pragma once

#include <tuple>

#include "sim/planning/backhaul/shared_forest.h"

namespace phusong::planning {

/// An uplink and its cost, with the relays that have to be built for it.
struct UplinkChoice {
  Uplink uplink;
  double cost = std::numeric_limits<double>::infinity();
};

/// Finds the cheapest uplink for a detached node and its descendants.
class UplinkSearch {
 public:
  UplinkSearch(const RoutingGraph& graph, const SharedForest& forest);

  /// The cheapest uplink. Satellite terminals are for stations that pass on nothing.
  UplinkChoice cheapest(ForestIndex index, bool may_take_satellite);
  /// Whether a hop from one node to another is allowed, clear and available.
  bool can_hop(ForestIndex from, ForestIndex to);
  /// Whether line of sight and availability allow a hop; remembered.
  bool is_link(ForestIndex from, ForestIndex to);

 private:
  struct HopTarget {
    double cost;
    double distance_m;
    ForestIndex index;

    bool operator<(const HopTarget& other) const {
      return std::tie(cost, distance_m, index) < std::tie(other.cost, other.distance_m, other.index);
    }
  };
  /// The relays and hops that a node needs before one more hop can end there.
  struct Ready {
    double cost = 0.0;
    int hops = 0;
  };

  void offer_fibre(ForestIndex index, UplinkChoice& best) const;
  void offer_microwave(ForestIndex index, UplinkChoice& best);
  std::optional<Ready> made_ready(ForestIndex index) const;

  const scenario::BackhaulOptions& options_;
  const SharedForest& forest_;
  MicrowaveEngine engine_;
  std::vector<HopTarget> targets_;
  std::unordered_map<std::uint64_t, bool> known_links_;
};

}  // namespace phusong::planning
