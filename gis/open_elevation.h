#pragma once

#include <string>
#include <vector>

#include "gis/problem.h"
#include "gis/raster_source.h"
#include "gis/terrain_reader.h"

namespace phusong::gis {

/// Opens every elevation raster that can be used; the others are problems.
std::vector<RasterSource> open_elevation(const TerrainSource& source, Problems& problems);

/// Adds a problem for each raster that has no known datum shift to `crs`.
void check_transformable(const std::vector<RasterSource>& sources, const std::string& crs, Problems& problems);

}  // namespace phusong::gis
