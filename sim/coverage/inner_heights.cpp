#include "sim/coverage/inner_heights.h"

namespace phusong::coverage {
namespace {

constexpr auto kCount = PlacesNearCells::kCount;

/// Whole cells to the west and north of places, and how far the places are beyond them.
struct Corners {
  std::array<int, kCount> left, top;
  std::array<float, kCount> right_weight, bottom_weight;
};

/// A loop without branches over all places, for the compiler to vectorise.
Corners corners_of(const PlacesNearCells& places) {
  constexpr int kReach = static_cast<int>(PlacesNearCells::kReachCells);
  Corners corners;
  for (std::size_t i = 0; i < kCount; ++i) {
    const float column = places.column_offset[i] + PlacesNearCells::kReachCells;  // positive: rounds down when cut off
    const float row = places.row_offset[i] + PlacesNearCells::kReachCells;
    const int left = static_cast<int>(column), top = static_cast<int>(row);
    corners.right_weight[i] = column - static_cast<float>(left);
    corners.bottom_weight[i] = row - static_cast<float>(top);
    corners.left[i] = left - kReach;
    corners.top[i] = top - kReach;
  }
  return corners;
}

}  // namespace

void InnerHeights::read(const PlacesNearCells& places, std::size_t count, std::array<float, kCount>& height_m) const {
  const Corners corners = corners_of(places);
  const std::ptrdiff_t columns = columns_;
  for (std::size_t i = 0; i < count; ++i) {
    const float* const upper = ground_m_ + places.cell[i] + corners.top[i] * columns + corners.left[i];
    const float* const lower = upper + columns;
    const float above_m = upper[0] + corners.right_weight[i] * (upper[1] - upper[0]);
    const float below_m = lower[0] + corners.right_weight[i] * (lower[1] - lower[0]);
    height_m[i] = above_m + corners.bottom_weight[i] * (below_m - above_m);
  }
}

}  // namespace phusong::coverage
