#pragma once

#include <span>
#include <vector>

#include "sim/planning/backhaul/finder.h"

namespace phusong::planning {

/// The backhaul of a whole plan: a forest in which stations pass on each other's traffic and share relays and trenches.
struct SharedBackhaul {
  std::vector<BackhaulLink> links;  ///< each once, `from` the station or relay that it connects
  std::vector<BackhaulRelay> relays;
  std::vector<BackhaulRoute> route_of_station;  ///< from each station to its end; links appear in several
  Cost cost;                                    ///< of the links and relays, each once
};

/// Joins the stand-alone routes into a forest and makes it cheaper by moves of single nodes and by ruin and recreate.
/// Costs no more than the stand-alone routes together, unless max_links_per_node forbids what they do. Throws
/// progress::Stopped.
SharedBackhaul share_backhaul(const BackhaulFinder& finder, std::span<const BackhaulNode> stations,
                              std::span<const BackhaulRoute> stand_alone_routes, progress::Progress& progress);

}  // namespace phusong::planning
