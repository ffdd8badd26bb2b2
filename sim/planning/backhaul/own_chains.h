#pragma once

#include <span>

#include "sim/planning/backhaul/share.h"

namespace phusong::planning {

/// Own chains side by side; a link or a relay that several have is built once.
SharedBackhaul merged(std::span<const BackhaulChain> own_chains);

/// Whether no mast has more microwave links than allowed when all of them are built.
bool keeps_link_limit(std::span<const BackhaulChain> own_chains, int max_links_per_node);

}  // namespace phusong::planning
