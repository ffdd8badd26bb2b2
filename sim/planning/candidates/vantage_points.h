#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gis/terrain.h"

namespace phusong::planning {

/// A cell on a ridge, spur or peak.
struct VantagePoint {
  gis::MapPoint position;
  double ground_m = 0.0;
  std::vector<std::uint32_t> sees;  ///< indices of the targets that it sees, ascending
};

/// How vantage points are looked for.
struct VantageSettings {
  double spacing_m = 300.0;  ///< one point per square of this side, and the scale of a ridge
  double antenna_m = 28.0;   ///< above the point's ground
  double receiver_m = 1.5;   ///< above the ground of the target
  double range_m = 12000.0;  ///< farther targets are not looked at
};

/// Finds the vantage points of the terrain that see any of `targets`, on the straight ray over bare ground. Parallel;
/// the same for any number of threads.
std::vector<VantagePoint> vantage_points(const gis::Terrain& terrain, std::span<const gis::MapPoint> targets,
                                         const VantageSettings& settings);

/// Chooses vantage points greedily, each the one that sees most of the targets that need to be seen more often, until
/// every target that can be seen is seen `times` times or no point is left. Returns indices in the order of choice.
std::vector<std::size_t> choose_vantage_points(std::span<const VantagePoint> points, std::size_t targets, int times);

}  // namespace phusong::planning
