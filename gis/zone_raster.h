#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "gis/crs.h"
#include "gis/grid.h"
#include "gis/problem.h"

namespace phusong::gis {

/// Radio-climatic zone of each cell of `grid` (1 sea, 3 coastal land, 4 inland; nearest neighbour); 0 where the raster
/// has no data. Another value is a problem that names it.
std::vector<std::uint8_t> read_zones(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
                                     Problems& problems);

}  // namespace phusong::gis
