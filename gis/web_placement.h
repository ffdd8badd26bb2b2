#pragma once

#include <cstdint>
#include <vector>

#include "gis/raster_frame.h"

namespace phusong::gis {

/// A rectangle of WGS84 positions.
struct LonLatBounds {
  double west_deg = 0.0;
  double south_deg = 0.0;
  double east_deg = 0.0;
  double north_deg = 0.0;
};

/// How rasters of one frame are laid on a web map (EPSG:3857): for each pixel there the one that it shows.
struct WebPlacement {
  static constexpr std::int64_t kNowhere = -1;

  int columns = 0;
  int rows = 0;
  LonLatBounds bounds;                      ///< of the outer edges of its pixels
  std::vector<std::int64_t> source_pixels;  ///< row by row from the north: the raster's, counted likewise, or kNowhere
};

/// The placement of rasters of a frame: each pixel shows the one in which its middle lies, by GDAL's transformation to
/// an eighth of a pixel, as gdalwarp has it. At most `max_pixels` along the raster's longer side. Throws
/// std::invalid_argument (no known datum shift) or std::runtime_error.
WebPlacement web_placement(const RasterFrame& source, int max_pixels);

}  // namespace phusong::gis
