#pragma once

#include <filesystem>
#include <vector>

#include "gis/lon_lat_box.h"
#include "sim/intake/fetch/tile_fetcher.h"

namespace phusong::intake {

/// The .hgt files of a folder that a box touches; those that are not there are absent tiles. Throws InputError naming
/// all files that are not as large as SRTM's.
std::vector<FetchedTile> srtm_tiles(const std::filesystem::path& folder, const gis::LonLatBox& box);

}  // namespace phusong::intake
