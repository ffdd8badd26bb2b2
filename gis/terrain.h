#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "gis/grid.h"

namespace phusong::gis {

/// Stands where a raster of classes knows nothing.
inline constexpr std::int32_t kNoClass = std::numeric_limits<std::int32_t>::min();

/// Equal steps along a straight line in the map; both ends included.
class ProfileStep {
 public:
  ProfileStep(MapPoint from, MapPoint to, std::size_t intervals)
      : from_(from),
        dx_m_(intervals == 0 ? 0.0 : (to.x_m - from.x_m) / static_cast<double>(intervals)),
        dy_m_(intervals == 0 ? 0.0 : (to.y_m - from.y_m) / static_cast<double>(intervals)) {}
  /// The last point is `to` itself: do not compute it here.
  MapPoint point(std::size_t i) const { return after(static_cast<double>(i)); }
  MapPoint after(double steps) const { return {from_.x_m + steps * dx_m_, from_.y_m + steps * dy_m_}; }

 private:
  MapPoint from_;
  double dx_m_;
  double dy_m_;
};

/// Ground heights on the scenario's grid, immutable; a cell without data is NaN to the end.
/// Safe to read from any number of threads.
class Terrain {
 public:
  /// `ground_m`: rows × columns heights in metres, row-major from the north-west, NaN = void.
  /// `clutter_m`: empty, or the representative clutter height of each cell in metres, NaN = unknown.
  /// `zone`: empty, or the radio-climatic zone of each cell (1 sea, 3 coastal land, 4 inland, 0 = unknown).
  /// `clutter_class`: empty, or the land-cover class of each cell, kNoClass = unknown.
  Terrain(Grid grid, std::vector<float> ground_m, std::vector<float> clutter_m = {},
          std::vector<std::uint8_t> zone = {}, std::vector<std::int32_t> clutter_class = {});

  const Grid& grid() const { return grid_; }
  const std::vector<float>& ground_m() const { return ground_m_; }
  const std::vector<float>& clutter_m() const { return clutter_m_; }
  bool has_clutter() const { return !clutter_m_.empty(); }

  /// Bilinear between the four surrounding cell centres; nothing where one of them is void or outside.
  /// A point beyond the outermost cell centres has no value. A cell whose weight is 0 (the point lies on the
  /// line between two centres, or at a centre, to within a billionth of a cell) may be void or outside.
  std::optional<double> height_at(MapPoint point) const;
  /// The same as a plain number for inner loops: NaN where there is no value.
  double sample(MapPoint point) const;
  /// sample() at a position counted in cells from the centre of the north-west cell.
  double sample_at(double column, double row) const;
  /// sample() at equal steps from `from` to `to`, both included: as many as `heights_m` holds; with one, `from`.
  void heights_along(MapPoint from, MapPoint to, std::span<double> heights_m) const;
  /// height_at, else the nearest known cell whose centre is within `max_cells` cells of the point, else nothing.
  /// Of two as near the more northern, then the more western.
  std::optional<double> height_near(MapPoint point, double max_cells = 3.0) const;
  /// Whether height_near takes its height from a cell nearby: the place itself is void or just outside the grid.
  bool takes_height_from_nearby(MapPoint point) const { return !height_at(point) && height_near(point); }
  /// Clutter height of the cell that holds the point; NaN where it is unknown, outside the grid too.
  double clutter_at(MapPoint point) const;
  /// Land-cover class of the cell that holds the point; nothing where it is unknown, outside the grid too, and
  /// everywhere where no classes were kept.
  std::optional<int> clutter_class_at(MapPoint point) const;
  bool has_zones() const { return !zone_.empty(); }
  const std::vector<std::uint8_t>& zone() const { return zone_; }
  /// Zone of the cell that holds the point; 0 where it is unknown, outside the grid too.
  std::uint8_t zone_at(MapPoint point) const;
  /// Number of void cells.
  std::size_t void_count() const;

 private:
  /// The rare case: on the border of the grid or of a void, where a weight may be 0.
  double sample_at_border(double column, double row) const;
  /// Index of the cell that holds the point, or the number of cells where none does.
  std::size_t cell_holding(MapPoint point) const;

  Grid grid_;
  std::vector<float> ground_m_;
  std::vector<float> clutter_m_;
  std::vector<std::uint8_t> zone_;
  std::vector<std::int32_t> clutter_class_;
  double cells_per_m_;
};

inline double Terrain::sample(MapPoint point) const {
  return sample_at((point.x_m - grid_.left_m) * cells_per_m_ - 0.5, (grid_.top_m - point.y_m) * cells_per_m_ - 0.5);
}

inline double Terrain::sample_at(double column, double row) const {
  const bool inside = column >= 0.0 && row >= 0.0 && column < grid_.columns - 1 && row < grid_.rows - 1;
  if (!inside) return sample_at_border(column, row);
  const int left = static_cast<int>(column);
  const int top = static_cast<int>(row);
  const double right_weight = column - left;
  const double bottom_weight = row - top;
  const float* const upper = ground_m_.data() + grid_.index(left, top);
  const float* const lower = upper + grid_.columns;
  const double above_m = upper[0] + right_weight * (double{upper[1]} - upper[0]);
  const double below_m = lower[0] + right_weight * (double{lower[1]} - lower[0]);
  const double height_m = above_m + bottom_weight * (below_m - above_m);
  return std::isnan(height_m) ? sample_at_border(column, row) : height_m;
}

}  // namespace phusong::gis
