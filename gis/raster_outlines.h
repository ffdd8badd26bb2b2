#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/lon_lat_box.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// Polygons of a vector file with their columns, and the pixels of a raster that lie in them.
struct RasterOutlines {
  std::string file;
  std::vector<std::string> columns;              ///< as written
  std::vector<long> rows;                        ///< feature id of each polygon
  std::vector<std::vector<std::string>> values;  ///< of each polygon, one a column; clean_text
  std::vector<std::int32_t> polygon_of_pixel;    ///< whose polygon holds the pixel's centre, the last; -1: none
  std::vector<std::int32_t> polygons_on_pixel;   ///< how many polygons hold it
};

/// Reads the polygons of the first layer that has any. Throws InputError: unreadable, a CRS that is not said or has no
/// known datum shift to that of `frame`, shapes that are not polygons, no polygon.
RasterOutlines read_raster_outlines(const std::filesystem::path& path, const RasterFrame& frame);

/// The rectangle around the same polygons. Throws InputError likewise.
LonLatBox box_of_outlines(const std::filesystem::path& path);

}  // namespace phusong::gis
