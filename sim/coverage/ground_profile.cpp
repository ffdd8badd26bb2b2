#include "sim/coverage/ground_profile.h"

#include <cmath>
#include <span>

#include "sim/coverage/path_sampling.h"

namespace phusong::coverage {
namespace {

/// Fills runs of NaN by the straight line between their neighbours; both ends are known. Says whether there were any.
bool bridge_voids(std::span<double> ground_m) {
  bool found = false;
  std::size_t last_known = 0;
  for (std::size_t i = 1; i < ground_m.size(); ++i) {
    if (std::isnan(ground_m[i])) continue;
    const double gap = static_cast<double>(i - last_known);
    for (std::size_t k = last_known + 1; k < i; ++k) {
      const double t = static_cast<double>(k - last_known) / gap;
      ground_m[k] = ground_m[last_known] + t * (ground_m[i] - ground_m[last_known]);
      found = true;
    }
    last_known = i;
  }
  return found;
}

/// An end that is void takes the nearest known cell.
bool fill_end(const gis::Terrain& terrain, gis::MapPoint point, double& ground_m) {
  const auto height_m = terrain.height_near(point);
  if (height_m) ground_m = *height_m;
  return height_m.has_value();
}

}  // namespace

bool GroundProfile::read(const gis::Terrain& terrain, gis::MapPoint from, gis::MapPoint to, double length_m) {
  const std::size_t intervals = interval_count(length_m, terrain.grid().cell_size_m);
  const double count = static_cast<double>(intervals);
  ground_m.resize(intervals + 1);
  distance_km.resize(intervals + 1);
  terrain.heights_along(from, to, ground_m);
  const bool end_is_void = std::isnan(ground_m.front()) || std::isnan(ground_m.back());
  if (end_is_void && !(fill_end(terrain, from, ground_m.front()) && fill_end(terrain, to, ground_m.back()))) {
    return false;
  }
  crosses_void = bridge_voids(ground_m) || end_is_void;
  for (std::size_t i = 0; i <= intervals; ++i) {
    distance_km[i] = length_m * static_cast<double>(i) / count / 1000.0;
  }
  return true;
}

}  // namespace phusong::coverage
