#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sim/intake/fetch/fetch.h"

namespace phusong::intake {

/// The raster as sources.json of a folder describes it, where its file there still has the bytes that were written and
/// is of this product, origin and box; else nothing.
std::optional<FetchedRaster> described_raster(const std::filesystem::path& folder, const Product& product,
                                              const std::string& origin, const gis::LonLatBox& box);

/// Notes a raster in sources.json, in place of an earlier one of its file, and writes SOURCES.md for people from all
/// that stand there. Throws MachineError.
void describe_raster(const std::filesystem::path& folder, const FetchedRaster& raster);

/// What the rasters in a folder of `fetch` are, for a scenario that names them.
struct FetchedFolder {
  std::optional<gis::LonLatBox> box;  ///< of the terrain
  bool has_terrain = false, has_land_cover = false;
};
FetchedFolder fetched_folder(const std::filesystem::path& folder);

}  // namespace phusong::intake
