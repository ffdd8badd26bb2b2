#pragma once

#include "gis/terrain.h"
#include "sim/cli/common_options.h"
#include "sim/scenario/scenario.h"

namespace phusong::cli {

/// A scenario with its terrain.
struct Inputs {
  scenario::Scenario scenario;
  gis::Terrain terrain;
};

/// Reads both. Throws gis::InputError.
Inputs read_inputs(const CommonOptions& options);

/// The terrain of a scenario; notes on it join those of the scenario. Throws gis::InputError.
gis::Terrain read_terrain_of(scenario::Scenario& scenario);

}  // namespace phusong::cli
