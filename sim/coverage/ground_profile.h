#pragma once

#include <vector>

#include "gis/terrain.h"

namespace phusong::coverage {

/// The ground along the straight line in the map between two places: max(2, ceil(D / cell size)) equal intervals with
/// both ends, bilinear ground, voids bridged by a straight line. Keeps its memory from one path to the next.
struct GroundProfile {
  std::vector<double> distance_km, ground_m;
  bool crosses_void = false;  ///< some of the samples are void and were bridged

  /// `length_m`: between the two, > 0. False when an end is off the terrain; the profile is of no use then.
  bool read(const gis::Terrain& terrain, gis::MapPoint from, gis::MapPoint to, double length_m);
};

}  // namespace phusong::coverage
