#pragma once

#include <vector>

#include "sim/planning/backhaul/finder.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/costs/station_costs.h"

namespace phusong::planning {

/// The cost of a candidate, and its stand-alone route.
struct CandidateCost {
  StationCost station;
  BackhaulRoute route;  ///< empty where its mast is connected

  Cost cost() const { return total(station.cost_lines) + route.cost(); }
};

/// Returns the station as the backhaul sees it: connected where it stands on a mast that is on air.
BackhaulNode backhaul_node(const CandidateSite& site);
/// Returns the stations of all candidates, in their order.
std::vector<BackhaulNode> backhaul_nodes(const CandidateSet& set);

/// Returns the locations of relays: those of new masts on peaks.
std::vector<BackhaulNode> relay_locations(const CandidateSet& set);

/// Prices each candidate with its power and its cheapest stand-alone route. Throws progress::Stopped.
std::vector<CandidateCost> candidate_costs(const scenario::Scenario& scenario, const CandidateSet& set,
                                           const BackhaulFinder& finder, progress::Progress& progress);

}  // namespace phusong::planning
