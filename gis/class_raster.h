#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "gis/crs.h"
#include "gis/grid.h"
#include "gis/raster_source.h"

namespace phusong::gis {

/// Stands where a raster of classes knows nothing.
inline constexpr std::int32_t kNoClass = std::numeric_limits<std::int32_t>::min();

/// The class of each cell of `grid`, by the pixel that holds its centre; row-major from the north-west.
std::vector<std::int32_t> warp_classes(const RasterSource& source, const Grid& grid, const WorkingCrs& crs);

}  // namespace phusong::gis
