#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "gis/coordinates.h"

namespace phusong::synth {

/// Points that keep a distance from each other; asks only the neighbourhood, however many there are.
class SpacedPoints {
 public:
  explicit SpacedPoints(double spacing_m) : spacing_m_(spacing_m) {}

  /// Adds the point and says true, unless another is nearer than the spacing.
  bool add(gis::MapPoint point);

 private:
  double spacing_m_;
  std::unordered_map<std::uint64_t, std::vector<gis::MapPoint>> squares_;

  bool has_neighbour(gis::MapPoint point) const;
};

/// Square of the distance.
double squared_distance_m2(gis::MapPoint a, gis::MapPoint b);

/// Index of the place nearest to `point`; `places` is not empty.
std::size_t nearest_index(const std::vector<gis::MapPoint>& places, gis::MapPoint point);

}  // namespace phusong::synth
