#pragma once

#include <tuple>
#include <vector>

#include "sim/planning/backhaul/microwave_link.h"
#include "sim/planning/backhaul/routing_graph.h"

namespace phusong::planning {

/// How far a search by microwave goes.
struct HopLimits {
  int hop_budget = 1;        ///< hops that the route may have
  bool only_newest = false;  ///< look only at masts that a smaller budget could not reach
  double limit = 0.0;        ///< the objective must be below
};

/// Finds the cheapest next hop from a mast. Holds scratch space: one object per thread.
class NextHopSearch {
 public:
  explicit NextHopSearch(const RoutingGraph& graph);

  /// Fibre to the nearest fibre node, if the objective is below the limit.
  NextHop by_fibre(const BackhaulNode& from, double limit) const;
  /// A hop to a connected mast or a transit node, by the labels that the graph has so far: the cheapest, of equally
  /// cheap ones the nearest, that has line of sight. The terrain is looked at only where the costs are below the limit.
  NextHop by_microwave(const BackhaulNode& from, const HopLimits& limits);
  /// The cheaper of the two; none where both cost more than a satellite terminal.
  NextHop cheapest(const BackhaulNode& from);

  MicrowaveEngine& engine() { return engine_; }

 private:
  struct HopTarget {
    double objective;
    double distance_m;
    NextHop::Kind kind;
    std::size_t index;

    /// Whether it is tried later.
    bool operator>(const HopTarget& other) const {
      return std::tie(objective, distance_m, kind, index) >
             std::tie(other.objective, other.distance_m, other.kind, other.index);
    }
  };

  void collect(const BackhaulNode& from, const HopLimits& limits);
  void offer(const BackhaulNode& from, const BackhaulNode& to, double limit, HopTarget target);
  const BackhaulNode& node_of(const HopTarget& target) const;

  const RoutingGraph& graph_;
  double hop_objective_, fibre_objective_per_km_, satellite_objective_;
  MicrowaveEngine engine_;
  std::vector<HopTarget> targets_;  ///< a heap, the cheapest first
};

}  // namespace phusong::planning
