#pragma once

#include <vector>

#include "sim/planning/backhaul/finder.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/costs/station_costs.h"

namespace phusong::planning {

/// The cost of a candidate, and the chain that would connect it by itself.
struct CandidateCost {
  StationCost station;
  BackhaulChain chain;  ///< empty where its mast is connected

  Cost cost() const { return total(station.cost_lines) + chain.cost(); }
};

/// The station as the backhaul sees it: connected where it stands on a mast that is on air.
BackhaulNode backhaul_node(const CandidateSite& site);
/// Of each candidate.
std::vector<BackhaulNode> backhaul_nodes(const CandidateSet& set);

/// Where relays may stand: the places of new masts on peaks.
std::vector<BackhaulNode> relay_places(const CandidateSet& set);

/// Station, power and cheapest backhaul of its own of each candidate. Throws progress::Stopped.
std::vector<CandidateCost> candidate_costs(const scenario::Scenario& scenario, const CandidateSet& set,
                                           const BackhaulFinder& finder, progress::Progress& progress);

}  // namespace phusong::planning
