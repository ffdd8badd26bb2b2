#include "sim/cli/read_inputs.h"

#include <utility>

#include "gis/terrain_reader.h"

namespace phusong::cli {

Inputs read_inputs(const CommonOptions& options) {
  scenario::Scenario scenario = scenario::load_scenario(options.scenario, overrides_of(options));
  gis::Terrain terrain = read_terrain_of(scenario);
  return {std::move(scenario), std::move(terrain)};
}

gis::Terrain read_terrain_of(scenario::Scenario& scenario) {
  return gis::read_terrain(scenario.terrain_source, scenario.crs, &scenario.notes);
}

}  // namespace phusong::cli
