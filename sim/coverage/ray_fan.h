#pragma once

#include <vector>

#include "gis/grid.h"

namespace phusong::coverage {

/// A cell of a grid and how far its centre is from the mast.
struct FanCell {
  int column = 0;
  int row = 0;
  double distance_m = 0.0;
};

/// Rays from a mast, one cell apart at the rim, and the cells whose centres are nearest to each: every cell of the
/// grid within range, but for the one the mast stands in the very centre of, belongs to exactly one ray.
///
/// The plane is cut into four sectors about the grid's axes. In a sector a ray is a slope, its cells are those of
/// slopes up to half way to the next ray, and in each column (or row) they are one run of cells: nothing is stored.
class RayFan {
 public:
  RayFan(const gis::Grid& grid, gis::MapPoint mast, double range_m);

  int ray_count() const { return 4 * rays_per_sector_; }
  double range_m() const { return range_m_; }
  /// The point of the ray at a distance from the mast.
  gis::MapPoint point_on(int ray, double distance_m) const;
  /// Fills `cells` with the ray's cells, nearest first.
  void cells_of(int ray, std::vector<FanCell>& cells) const;

 private:
  /// A sector's own axes: `along` counts columns or rows away from the mast, `across` is to the left of it.
  struct Axes {
    bool along_columns;
    double along_sign, across_sign;
  };
  static constexpr Axes kSectors[] = {{true, 1.0, -1.0}, {false, -1.0, -1.0}, {true, -1.0, 1.0}, {false, 1.0, 1.0}};

  /// Columns (or rows) of cells, the nearest to the mast first.
  struct Lines {
    int from = 0;
    int step = 1;
    int count = 0;
  };

  int sector_of(double east, double north) const;
  template <bool kAlongColumns>
  void append_lines(int ray, const Lines& lines, std::vector<FanCell>& cells) const;

  gis::Grid grid_;
  gis::MapPoint mast_;
  double range_m_;
  double mast_column_, mast_row_;
  int rays_per_sector_;
  std::vector<double> border_slopes_;  ///< of the rays of a sector; one more than there are rays
};

}  // namespace phusong::coverage
