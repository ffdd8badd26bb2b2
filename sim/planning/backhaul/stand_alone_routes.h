#pragma once

#include <span>

#include "sim/planning/backhaul/share.h"

namespace phusong::planning {

/// Builds all stand-alone routes together; a link or a relay that several have is built once.
SharedBackhaul merged(std::span<const BackhaulRoute> stand_alone_routes);

/// Whether no mast has more microwave links than allowed when all of them are built.
bool keeps_link_limit(std::span<const BackhaulRoute> stand_alone_routes, int max_links_per_node);

}  // namespace phusong::planning
