#pragma once

#include <tuple>
#include <vector>

#include "sim/planning/backhaul/backhaul_ground.h"
#include "sim/planning/backhaul/microwave_link.h"

namespace phusong::planning {

/// How far a search by microwave goes.
struct HopLimits {
  int hop_budget = 1;        ///< hops that the way on may have
  bool only_newest = false;  ///< look only at masts that a smaller budget could not reach
  double limit = 0.0;        ///< the objective must be below
};

/// Finds the cheapest next step from a mast. Holds scratch space: one object a thread.
class OnwardSearch {
 public:
  explicit OnwardSearch(const BackhaulGround& ground);

  /// Fibre to the nearest fibre node, if the objective is below the limit.
  Onward by_fibre(const BackhaulNode& from, double limit) const;
  /// A hop to a connected mast or a stepping stone, by the tables that the ground has so far: the cheapest, of equally
  /// cheap ones the nearest, that has line of sight. The terrain is looked at only where the costs are below the limit.
  Onward by_microwave(const BackhaulNode& from, const HopLimits& limits);
  /// The cheaper of the two; none where both cost more than a satellite terminal.
  Onward cheapest(const BackhaulNode& from);

  MicrowaveEngine& engine() { return engine_; }

 private:
  struct Target {
    double objective;
    double distance_m;
    Onward::Next kind;
    std::size_t index;

    /// Whether it is tried later.
    bool operator>(const Target& other) const {
      return std::tie(objective, distance_m, kind, index) >
             std::tie(other.objective, other.distance_m, other.kind, other.index);
    }
  };

  void collect(const BackhaulNode& from, const HopLimits& limits);
  void offer(const BackhaulNode& from, const BackhaulNode& to, double limit, Target target);
  const BackhaulNode& node_of(const Target& target) const;

  const BackhaulGround& ground_;
  double hop_objective_, fibre_objective_per_km_, satellite_objective_;
  MicrowaveEngine engine_;
  std::vector<Target> targets_;  ///< a heap, the cheapest first
};

}  // namespace phusong::planning
