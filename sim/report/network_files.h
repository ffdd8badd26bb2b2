#pragma once

#include <filesystem>

#include "gis/terrain.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// network.gpkg: the layers `sites`, `cells` at their masts and `links`, the lines of `backhaul_to`, with their styles.
void write_network(const std::filesystem::path& run_folder, const scenario::Scenario& scenario);

/// terrain.tif, the ground on the scenario's grid in steps of a tenth of a metre, and its style, so that a map of the
/// run needs no other file. A raster that is there is left as it is.
void write_terrain(const std::filesystem::path& run_folder, const scenario::Scenario& scenario,
                   const gis::Terrain& terrain);

}  // namespace phusong::report
