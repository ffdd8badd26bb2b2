#pragma once

#include "sim/planning/connected_stations.h"
#include "sim/planning/new_rows.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// Returns the rows that stations and relays add to the tables, in the order of the stations.
NewRows new_rows(const scenario::Scenario& scenario, const PricedCandidates& candidates,
                 const ConnectedStations& connected);

}  // namespace phusong::planning
