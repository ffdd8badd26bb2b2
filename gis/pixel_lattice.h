#pragma once

#include <algorithm>
#include <cmath>

#include "gis/grid.h"
#include "gis/lon_lat_box.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// Where the first pixel of one raster lies in another, in pixels.
struct PixelOffset {
  double columns = 0.0;
  double rows = 0.0;

  int column() const { return static_cast<int>(std::lround(columns)); }
  int row() const { return static_cast<int>(std::lround(rows)); }
  /// How many columns and rows around both frames, where the second lies at this offset in the first.
  double columns_around(const RasterFrame& first, const RasterFrame& second) const {
    return std::max<double>(first.columns, columns + second.columns) - std::min(0.0, columns);
  }
  double rows_around(const RasterFrame& first, const RasterFrame& second) const {
    return std::max<double>(first.rows, rows + second.rows) - std::min(0.0, rows);
  }
};

PixelOffset offset_between(const RasterFrame& tile, const RasterFrame& whole);

/// Whether two rasters are in one CRS, north up, and the pixels of one lie on those of the other where both are
/// continued.
bool shares_lattice(const RasterFrame& one, const RasterFrame& other);

/// The pixels of a raster in WGS84 degrees, continued beyond its edges, whose centres lie in a box, on its western or
/// on its northern edge: boxes side by side share no pixel. First column and row may be negative.
GridWindow window_of(const RasterFrame& frame, const LonLatBox& box);

}  // namespace phusong::gis
