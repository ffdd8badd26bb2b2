#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gis/lon_lat_box.h"
#include "gis/raster_mosaic.h"
#include "sim/intake/fetch/product.h"
#include "sim/intake/fetch/retry.h"
#include "sim/intake/fetch/tile_fetcher.h"
#include "sim/progress/progress.h"

namespace phusong::intake {

/// What is fetched, from where, to where.
struct FetchOptions {
  gis::LonLatBox box;
  std::filesystem::path folder;  ///< made where absent
  std::string terrain_address{copernicus_glo30().address};
  std::string land_cover_address{esa_worldcover().address};
  std::filesystem::path srtm;  ///< where not empty: heights from the .hgt files of this folder, and no server
  bool land_cover = true;
  int patience_s = 30;
  RetryPolicy policy;
};

/// One raster that was fetched, or found whole.
struct FetchedRaster {
  const Product* product = nullptr;
  std::string origin;  ///< address or folder
  gis::LonLatBox box;
  std::vector<FetchedTile> tiles;
  gis::MosaicCount count;
  std::string sha256;  ///< of the raster's file
  std::size_t pieces_read = 0, pieces_kept = 0;
  bool was_complete = false;  ///< nothing was asked for: the file is the one that an earlier call wrote

  std::size_t absent_tiles() const;
};

/// Fetches terrain.tif and land_cover.tif, with sources.json and SOURCES.md beside them, into the folder; what is read
/// of each tile is kept in its folder `pieces`. A second call reads what is missing or damaged, and where the rasters
/// are those of the same box and sources, asks nobody. Throws MachineError (a server fails for good, no room),
/// InputError (there is no tile at all, a tile that is none), progress::Stopped.
std::vector<FetchedRaster> fetch(const FetchOptions& options, progress::Progress& progress, const Tell& tell);

}  // namespace phusong::intake
