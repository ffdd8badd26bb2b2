#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "gis/grid.h"

namespace phusong::gis {

/// Where the pixels of any raster lie: the size, the CRS, and GDAL's affine transformation from pixel to map,
/// x = g0 + g1·column + g2·row, y = g3 + g4·column + g5·row, counted from the outer corner of the first pixel.
struct RasterFrame {
  int columns = 0;
  int rows = 0;
  std::array<double, 6> geotransform{};
  std::string crs;  ///< anything PROJ reads

  /// Neither rotated nor sheared, row 0 in the north.
  bool is_north_up() const {
    return geotransform[2] == 0.0 && geotransform[4] == 0.0 && geotransform[1] > 0.0 && geotransform[5] < 0.0;
  }
  /// Map position of a pixel position; (0, 0) is the outer corner of the first pixel.
  MapPoint point_of(double column, double row) const {
    return {geotransform[0] + geotransform[1] * column + geotransform[2] * row,
            geotransform[3] + geotransform[4] * column + geotransform[5] * row};
  }
  std::array<MapPoint, 4> corners() const {
    return {point_of(0, 0), point_of(columns, 0), point_of(0, rows), point_of(columns, rows)};
  }
  bool operator==(const RasterFrame&) const = default;
  std::size_t pixel_count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
};

inline RasterFrame frame_of(const Grid& grid, const std::string& crs) {
  return {.columns = grid.columns,
          .rows = grid.rows,
          .geotransform = {grid.left_m, grid.cell_size_m, 0.0, grid.top_m, 0.0, -grid.cell_size_m},
          .crs = crs};
}

}  // namespace phusong::gis
