#pragma once

#include <optional>
#include <vector>

#include "gis/grid.h"

namespace phusong::gis {

/// Ground heights on the scenario's grid, immutable; a cell without data is NaN to the end.
/// Safe to read from any number of threads.
class Terrain {
 public:
  /// `ground_m`: rows × columns heights in metres, row-major from the north-west, NaN = void.
  /// `clutter_m`: empty, or the representative clutter height of each cell in metres.
  Terrain(Grid grid, std::vector<float> ground_m, std::vector<float> clutter_m = {});

  const Grid& grid() const { return grid_; }
  const std::vector<float>& ground_m() const { return ground_m_; }
  bool has_clutter() const { return !clutter_m_.empty(); }

  /// Bilinear between the four surrounding cell centres; nothing where one of them is void or outside.
  /// A point beyond the outermost cell centres has no value.
  std::optional<double> height_at(MapPoint point) const;
  /// height_at, else the nearest known cell whose centre is within `max_cells` cells of the point, else nothing.
  std::optional<double> height_near(MapPoint point, double max_cells = 3.0) const;
  /// Clutter height of the cell that holds the point; 0 without a land-cover raster.
  double clutter_at(MapPoint point) const;
  /// Number of void cells.
  std::size_t void_count() const;

 private:
  Grid grid_;
  std::vector<float> ground_m_;
  std::vector<float> clutter_m_;
};

}  // namespace phusong::gis
