#pragma once

#include <optional>
#include <vector>

#include "gis/coordinates.h"
#include "gis/problem.h"
#include "gis/terrain_reader.h"

namespace phusong::gis {

/// Where the elevation rasters lie together, in WGS84: for `crs = "auto"`, and for whether the working CRS suits them.
struct ElevationExtent {
  LonLat centre;                ///< longitude within -180 … 180°
  std::vector<LonLat> corners;  ///< four a raster
};

/// Nothing where a raster cannot be used; problems are added, not thrown.
std::optional<ElevationExtent> elevation_extent(const TerrainSource& source, Problems& problems);

}  // namespace phusong::gis
