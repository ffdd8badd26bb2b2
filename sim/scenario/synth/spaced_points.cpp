#include "sim/scenario/synth/spaced_points.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace phusong::synth {
namespace {

std::int64_t square_of(double metres, double side_m) {
  return static_cast<std::int64_t>(std::floor(metres / side_m));
}

std::uint64_t key_of(std::int64_t column, std::int64_t row) {
  return (static_cast<std::uint64_t>(column) << 32) ^ (static_cast<std::uint64_t>(row) & 0xffffffffU);
}

}  // namespace

bool SpacedPoints::has_neighbour(gis::MapPoint point) const {
  const auto column = square_of(point.x_m, spacing_m_), row = square_of(point.y_m, spacing_m_);
  for (auto c = column - 1; c <= column + 1; ++c) {
    for (auto r = row - 1; r <= row + 1; ++r) {
      const auto square = squares_.find(key_of(c, r));
      if (square == squares_.end()) continue;
      for (const gis::MapPoint other : square->second)
        if (squared_distance_m2(point, other) < spacing_m_ * spacing_m_) return true;
    }
  }
  return false;
}

bool SpacedPoints::add(gis::MapPoint point) {
  if (has_neighbour(point)) return false;
  squares_[key_of(square_of(point.x_m, spacing_m_), square_of(point.y_m, spacing_m_))].push_back(point);
  return true;
}

double squared_distance_m2(gis::MapPoint a, gis::MapPoint b) {
  return (a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m);
}

std::size_t nearest_index(const std::vector<gis::MapPoint>& places, gis::MapPoint point) {
  const auto nearest =
      std::ranges::min_element(places, {}, [point](gis::MapPoint place) { return squared_distance_m2(place, point); });
  return static_cast<std::size_t>(nearest - places.begin());
}

}  // namespace phusong::synth
