#pragma once

#include <string>
#include <vector>

#include "sim/coverage/places_on_terrain.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// What the user should know of the input: the scenario's notes, then masts and hamlets off the terrain by name.
std::vector<std::string> warnings(const scenario::Scenario& scenario, const coverage::PlacesOnTerrain& places);

}  // namespace phusong::report
