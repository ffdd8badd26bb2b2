#pragma once

#include <limits>

#include "gis/terrain.h"

namespace phusong::coverage {

/// Bilinear ground heights well inside a terrain, for the innermost loop: single precision (a tenth of a millimetre)
/// and no look at borders. Positions are counted in cells from the centre of the north-west cell.
class InnerHeights {
 public:
  explicit InnerHeights(const gis::Terrain& terrain)
      : ground_m_(terrain.ground_m().data()), columns_(terrain.grid().columns), rows_(terrain.grid().rows) {}

  /// Whether at() may be asked; where it may at both ends of a line, it may on all of it.
  bool holds(double column, double row) const {
    return column >= 0.0 && row >= 0.0 && column < columns_ - 1 && row < rows_ - 1;
  }
  /// NaN beside a void cell, where the terrain itself may know more.
  float at(double column, double row) const {
    const int left = static_cast<int>(column), top = static_cast<int>(row);
    const float right_weight = static_cast<float>(column - left), bottom_weight = static_cast<float>(row - top);
    const float* const upper = ground_m_ + static_cast<std::ptrdiff_t>(top) * columns_ + left;
    const float* const lower = upper + columns_;
    const float above_m = upper[0] + right_weight * (upper[1] - upper[0]);
    const float below_m = lower[0] + right_weight * (lower[1] - lower[0]);
    return above_m + bottom_weight * (below_m - above_m);
  }

 private:
  const float* ground_m_;
  int columns_, rows_;
};

}  // namespace phusong::coverage
