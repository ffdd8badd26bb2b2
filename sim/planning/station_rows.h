#pragma once

#include "sim/planning/connected_stations.h"
#include "sim/planning/new_rows.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// The backhaul of a row whose first link is of this medium; `of_mast` where it needs none.
network::Backhaul backhaul_of(Medium medium, network::Backhaul of_mast);

/// Returns the rows that stations and relays add to the tables, in the order of the stations.
NewRows new_rows(const scenario::Scenario& scenario, const PricedCandidates& candidates,
                 const ConnectedStations& connected);

}  // namespace phusong::planning
