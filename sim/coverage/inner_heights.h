#pragma once

#include <array>
#include <cstddef>

#include "gis/terrain.h"

namespace phusong::coverage {

/// Places near cells: single precision keeps a millionth of a cell where only offsets are counted in it.
struct PlacesNearCells {
  static constexpr std::size_t kCount = 32;
  static constexpr float kReachCells = 64.0F;

  std::array<std::ptrdiff_t, kCount> cell{};  ///< index in the terrain
  std::array<float, kCount> column_offset{};  ///< from the cell's centre, in cells, less than kReachCells either way
  std::array<float, kCount> row_offset{};
};

/// Bilinear ground heights well inside a terrain, for the innermost loop: no look at borders and voids.
class InnerHeights {
 public:
  explicit InnerHeights(const gis::Terrain& terrain)
      : ground_m_(terrain.ground_m().data()), columns_(terrain.grid().columns), rows_(terrain.grid().rows) {}

  /// Whether a place may be asked for, counted in cells from the centre of the north-west cell; where the ends of a
  /// line may, all of it may.
  bool holds(double column, double row) const {
    return column >= 0.0 && row >= 0.0 && column < columns_ - 1 && row < rows_ - 1;
  }
  /// Heights of the first `count` places. NaN beside a void cell, where the terrain itself may know more.
  void read(const PlacesNearCells& places, std::size_t count,
            std::array<float, PlacesNearCells::kCount>& height_m) const;

 private:
  const float* ground_m_;
  int columns_, rows_;
};

}  // namespace phusong::coverage
