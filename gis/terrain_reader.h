#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "gis/input_note.h"
#include "gis/land_cover.h"
#include "gis/problem.h"
#include "gis/terrain.h"

namespace phusong::gis {

/// What to read and how; mirrors [terrain] of scenario.toml.
struct TerrainSource {
  std::vector<std::filesystem::path> elevation;  ///< mosaicked, the first that has data wins
  std::string elevation_crs;                     ///< of those that do not say their own; empty: they must
  double cell_size_m = 0.0;                      ///< 0 = about that of the first elevation raster
  double valid_min_m = -50.0;                    ///< below: void
  double valid_max_m = 3500.0;                   ///< above: void
  std::optional<std::filesystem::path> land_cover;
  std::vector<LandCoverClass> land_cover_classes;
  bool keeps_clutter_classes = false;          ///< and not their heights alone
  std::optional<std::filesystem::path> zones;  ///< radio-climatic zones
};

/// Reads all rasters and warps them once (bilinear; land cover by nearest neighbour) into one grid of
/// square cells in `crs`. The grid is the one that gdalwarp makes for the first raster and the cell size asked for,
/// extended by whole cells over the others; a raster already in `crs` at that cell size keeps its own cells.
/// The user should see `notes`: a unit that is not the metre, heights outside the valid range.
/// Throws InputError: unreadable, without a CRS, without a known datum shift, a picture, too large, all void.
Terrain read_terrain(const TerrainSource& source, const WorkingCrs& crs, std::vector<InputNote>* notes = nullptr);

}  // namespace phusong::gis
