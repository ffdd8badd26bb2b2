#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/lon_lat_box.h"
#include "gis/raster_mosaic.h"

namespace phusong::intake {

/// The whole degrees of a tile's south-western corner.
struct TileCorner {
  int lon_deg = 0;
  int lat_deg = 0;
};

/// A public raster that is published as tiles of whole degrees.
struct Product {
  std::string_view name;
  std::string_view output;  ///< the file that its mosaic is written to
  gis::MosaicOf content;
  int tile_deg = 1;
  std::string (*tile_name)(TileCorner);  ///< without its ending
  std::string (*tile_path)(TileCorner);  ///< below the product's address or folder
  std::string_view address;              ///< of the public bucket; empty: the tiles are files of a folder
  std::string_view without_tile;         ///< why there may be none
  std::string_view surface;              ///< what its pixels are, for people
  std::string_view licence;
  std::string_view licence_url;
  std::string_view attribution;  ///< what publications must say
  std::string_view citation;     ///< where it is described
};

/// Copernicus DEM GLO-30, heights of the surface, tiles of 1°.
const Product& copernicus_glo30();
/// ESA WorldCover 10 m 2021 v200, tiles of 3°.
const Product& esa_worldcover();
/// SRTM, heights of the surface, tiles of 1° in files `N22E105.hgt`.
const Product& srtm();

/// The tiles that a box touches, from the north-west, row by row.
std::vector<TileCorner> tiles_touching(const gis::LonLatBox& box, int tile_deg);

}  // namespace phusong::intake
