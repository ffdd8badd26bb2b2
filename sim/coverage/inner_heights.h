#pragma once

#include <array>
#include <cstddef>
#include <cstring>

#include "gis/terrain.h"
#include "propagation/wide_code.h"

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
  using Heights = std::array<float, PlacesNearCells::kCount>;

  explicit InnerHeights(const gis::Terrain& terrain)
      : ground_m_(terrain.ground_m().data()), columns_(terrain.grid().columns), rows_(terrain.grid().rows) {}

  /// Whether a place may be asked for, counted in cells from the centre of the north-west cell; where the ends of a
  /// line may, all of it may. Offsets in single precision may lead a little further: never over the border.
  bool holds(double column, double row) const {
    constexpr double kRounding = 1e-3;
    return column >= kRounding && row >= kRounding && column < columns_ - 1 - kRounding && row < rows_ - 1 - kRounding;
  }
  /// Heights of the first `count` places, in metres; those after them are of no meaning. NaN beside a void cell, where
  /// the terrain itself may know more.
  PHUSONG_WIDE_BODY void read_wide(const PlacesNearCells& places, std::size_t count, Heights& height_m) const;

 private:
  const float* ground_m_;
  int columns_, rows_;
};

void InnerHeights::read_wide(const PlacesNearCells& places, std::size_t count, Heights& height_m) const {
  constexpr std::size_t kCount = PlacesNearCells::kCount;
  constexpr int kReach = static_cast<int>(PlacesNearCells::kReachCells);
  std::array<int, kCount> offset;  // of the cell to the north-west
  std::array<float, kCount> right_weight, bottom_weight;
  for (std::size_t i = 0; i < kCount; ++i) {
    const float column = places.column_offset[i] + PlacesNearCells::kReachCells;  // positive: rounds down when cut off
    const float row = places.row_offset[i] + PlacesNearCells::kReachCells;
    const int left = static_cast<int>(column), top = static_cast<int>(row);
    right_weight[i] = column - static_cast<float>(left);
    bottom_weight[i] = row - static_cast<float>(top);
    offset[i] = (top - kReach) * columns_ + left - kReach;
  }
  struct Pair {
    float left_m, right_m;
  };
  std::array<Pair, kCount> upper{}, lower{};
  for (std::size_t i = 0; i < count; ++i) {
    const float* const corner = ground_m_ + places.cell[i] + offset[i];
    std::memcpy(&upper[i], corner, sizeof(Pair));
    std::memcpy(&lower[i], corner + columns_, sizeof(Pair));
  }
  for (std::size_t i = 0; i < kCount; ++i) {
    const float above_m = upper[i].left_m + right_weight[i] * (upper[i].right_m - upper[i].left_m);
    const float below_m = lower[i].left_m + right_weight[i] * (lower[i].right_m - lower[i].left_m);
    height_m[i] = above_m + bottom_weight[i] * (below_m - above_m);
  }
}

}  // namespace phusong::coverage
