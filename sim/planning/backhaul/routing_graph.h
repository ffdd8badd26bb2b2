#pragma once

#include <limits>
#include <vector>

#include "gis/terrain.h"
#include "sim/planning/backhaul/backhaul_costs.h"
#include "sim/planning/backhaul/existing_backhaul.h"

namespace phusong::planning {

/// A mast that a route can pass: one that exists and is not connected, or a relay to build.
struct TransitNode {
  BackhaulNode node;
  bool is_new = false;
};

/// The label of a mast: where its cheapest route to fibre, or to a mast that is connected, goes next.
struct NextHop {
  enum class Kind { kNone, kFibre, kConnected, kTransit };

  Kind kind = Kind::kNone;
  std::size_t index = 0;  ///< of the fibre node, connected mast or transit node
  int hop_budget = 0;     ///< microwave hops that were allowed for it; the next node had one less
  double objective =
      std::numeric_limits<double>::infinity();  ///< of the whole route, with the mast itself where it is to be built
};

/// The nodes that routes can pass, and their labels.
struct RoutingGraph {
  RoutingGraph(const scenario::Scenario& the_scenario, const gis::Terrain& the_terrain,
               std::vector<BackhaulNode> relay_locations);

  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  BackhaulCosts costs;
  ExistingBackhaul existing;
  std::vector<TransitNode> transit_nodes;
  /// The label of each transit node, one table per hop budget from 0 to max_hops − 1. A node has a label only where a
  /// station could be cheaper over it than with a satellite terminal.
  std::vector<std::vector<NextHop>> next_hops;
};

}  // namespace phusong::planning
