#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gis/terrain.h"

namespace phusong::planning {

/// A place on a ridge, spur or peak.
struct SightSpot {
  gis::MapPoint position;
  double ground_m = 0.0;
  std::vector<std::uint32_t> sees;  ///< indices of the places in need that it sees, ascending
};

/// How spots are looked for.
struct SightSettings {
  double spacing_m = 300.0;  ///< one spot a square of this side, and the scale of what counts as a ridge
  double antenna_m = 28.0;   ///< above the spot's ground
  double receiver_m = 1.5;   ///< above the ground of the place in need
  double range_m = 12000.0;  ///< farther places are not looked at
};

/// The spots of the terrain that see any of `places`, on the straight ray over bare ground. Parallel; the same for
/// any number of threads.
std::vector<SightSpot> sight_spots(const gis::Terrain& terrain, std::span<const gis::MapPoint> places,
                                   const SightSettings& settings);

/// Spots chosen one after another, each the one that sees most of the places that have been seen least, until every
/// place that can be seen is seen `times` times or there are no more spots. Indices in the order of choice.
std::vector<std::size_t> choose_spots(std::span<const SightSpot> spots, std::size_t places, int times);

}  // namespace phusong::planning
