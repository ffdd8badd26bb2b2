#pragma once

#include <limits>
#include <vector>

#include "gis/terrain.h"
#include "sim/planning/backhaul/backhaul_costs.h"
#include "sim/planning/backhaul/existing_backhaul.h"

namespace phusong::planning {

/// A mast that a chain can pass: one that exists and is not connected, or a relay to build.
struct SteppingStone {
  BackhaulNode node;
  bool is_new = false;
};

/// The cheapest way on from a mast to fibre or to a mast that is connected.
struct Onward {
  enum class Next { kNone, kFibre, kConnected, kStone };

  Next next = Next::kNone;
  std::size_t index = 0;  ///< of the fibre node, connected mast or stepping stone that comes next
  int hop_budget = 0;     ///< microwave hops that were allowed for it; what comes next had one less
  double objective = std::numeric_limits<double>::infinity();  ///< the mast itself included where it is to be built
};

/// Everything that chains are made of.
struct BackhaulGround {
  BackhaulGround(const scenario::Scenario& the_scenario, const gis::Terrain& the_terrain,
                 std::vector<BackhaulNode> relay_places);

  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  BackhaulCosts costs;
  ExistingBackhaul existing;
  std::vector<SteppingStone> stones;
  /// The way on from each stepping stone, one table a hop budget from 0 to max_hops − 1. Only ways by which a
  /// station could be cheaper than with a satellite terminal.
  std::vector<std::vector<Onward>> onward;
};

}  // namespace phusong::planning
