#pragma once

#include <cstddef>

#include "sim/analysis/link/link_budget.h"

namespace phusong::analysis {

/// Two masts, as indices into the network's sites.
struct HopLinkQuery {
  std::size_t from = 0, to = 0;
};

/// The budget of a microwave hop by the rules of [backhaul], with a profile for each of k = 4/3 and 2/3. Computed as
/// well where the planner would not build it, which remarks say. Throws std::invalid_argument where an end is off the
/// terrain, a mast is too low for an antenna, or both are at one place.
LinkBudget hop_link(const scenario::Scenario& scenario, const gis::Terrain& terrain, const HopLinkQuery& query);

}  // namespace phusong::analysis
