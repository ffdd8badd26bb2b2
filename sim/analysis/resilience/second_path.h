#pragma once

#include <cstddef>
#include <vector>

#include "gis/terrain.h"
#include "sim/analysis/resilience/hanging_masts.h"
#include "sim/planning/backhaul/finder.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// The network of a plan, built, with what its second paths may use.
struct BuiltPlan {
  const scenario::Scenario& scenario;  ///< with the rows of the plan in its tables
  const gis::Terrain& terrain;
  const HangingMasts& hanging;  ///< by backhaul_to and by the links of the plan
  std::vector<planning::BackhaulNode> relay_locations;
};

/// Finds the cheapest route from the mast where a link begins that shares neither the link, nor the mast or fibre node
/// at its end, nor any mast whose traffic goes over either of them: by the rules and prices of the planner, over the
/// network with the plan built. `from`: index of that mast. Throws progress::Stopped.
planning::BackhaulRoute second_path(const BuiltPlan& plan, const planning::BackhaulLink& link, std::size_t from,
                                    progress::Progress& progress);

/// The locations of relays where nothing of the network with the plan built stands.
std::vector<planning::BackhaulNode> free_relay_locations(const scenario::Scenario& built,
                                                         std::vector<planning::BackhaulNode> locations);

}  // namespace phusong::analysis
