#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/planning/backhaul/share.h"

namespace phusong::planning {

/// Lists, in words, what is wrong with a backhaul: a station that reaches neither fibre nor a connected mast nor a
/// satellite, too many hops or links at a node, a microwave link without clearance or availability, a sum that does not
/// add up. Empty when all is well. Uses nothing of what found the backhaul.
std::vector<std::string> check_backhaul(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                        std::span<const BackhaulNode> stations, const SharedBackhaul& backhaul);

}  // namespace phusong::planning
