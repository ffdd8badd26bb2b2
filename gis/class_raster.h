#pragma once

#include <cstdint>
#include <vector>

#include "gis/crs.h"
#include "gis/grid.h"
#include "gis/raster_source.h"
#include "gis/terrain.h"

namespace phusong::gis {

/// The class of each cell of `grid`, by the pixel that holds its centre, kNoClass where there is none; row-major from
/// the north-west.
std::vector<std::int32_t> warp_classes(const RasterSource& source, const Grid& grid, const WorkingCrs& crs);

}  // namespace phusong::gis
