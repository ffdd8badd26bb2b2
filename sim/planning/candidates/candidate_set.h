#pragma once

#include "gis/terrain.h"
#include "sim/planning/candidates/build_location.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/need.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// Finds the stations that may be built for the hamlets in need, as plan.candidates asks: equipment on masts that
/// exist, new masts of every height and poles at hamlets, on peaks and at the user's locations. Whether a candidate
/// covers anything is not looked at but for the range.
CandidateSet find_candidates(const scenario::Scenario& scenario, const gis::Terrain& terrain, const Need& need);

/// Adds a candidate for each location and height.
void add_new_stations(const scenario::Scenario& scenario, const std::vector<BuildLocation>& locations,
                      CandidateSet& set);

/// Adds, for each mast on air within range of a point in need, every choice of the technologies of equipment kind
/// upgrade that the builder does not have there at that frequency.
void add_upgrades(const scenario::Scenario& scenario, const Need& need, CandidateSet& set);

}  // namespace phusong::planning
