#pragma once

#include <string>

#include "gis/terrain.h"
#include "sim/planning/backhaul/backhaul.h"
#include "sim/scenario/options.h"

namespace phusong::planning {

/// Judges a microwave link again, by code of its own. Returns what is wrong with it, or an empty text.
std::string fault_of_microwave(const gis::Terrain& terrain, const scenario::Options& options, const BackhaulNode& from,
                               const BackhaulNode& to);

}  // namespace phusong::planning
