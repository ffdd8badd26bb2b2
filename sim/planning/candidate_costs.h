#pragma once

#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/planning/backhaul/finder.h"
#include "sim/planning/plan.h"

namespace phusong::planning {

/// The station as the backhaul sees it: connected where it stands on a mast that is on air.
BackhaulNode backhaul_node(const CandidateSite& site);

/// Where relays may stand: the places of new masts on peaks.
std::vector<BackhaulNode> relay_places(const CandidateSet& set);

/// Station, power and cheapest backhaul of its own of each candidate. Throws progress::Stopped.
std::vector<CandidateCost> candidate_costs(const scenario::Scenario& scenario, const CandidateSet& set,
                                           const BackhaulFinder& finder, progress::Progress& progress);

}  // namespace phusong::planning
