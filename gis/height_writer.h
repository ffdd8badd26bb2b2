#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "gis/crs.h"
#include "gis/grid.h"

namespace phusong::gis {

/// Writes heights in whole metres as a tiled GeoTIFF (Int16, DEFLATE), under a temporary name and renamed.
/// `heights_m`: rows × columns from the north-west, none of them void. Throws std::runtime_error.
void write_heights(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
                   std::span<const std::int16_t> heights_m);

}  // namespace phusong::gis
