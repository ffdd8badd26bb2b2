#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "gis/coordinates.h"
#include "gis/grid.h"
#include "sim/scenario/synth/noise.h"

namespace phusong::synth {

/// The ground at one point.
struct Ground {
  double height_m = 0.0;
  double from_main_valley = 0.0;  ///< 0 on the floor of a main valley, 1 far from it
  double from_side_valley = 0.0;  ///< 0 on the floor of a side valley, 1 far from it

  /// 1 on a valley floor, 0 on the ridges.
  double valley() const { return 1.0 - std::min(from_main_valley, from_side_valley); }
};

/// Limestone country: winding main valleys with flat floors and a river, side valleys that hang above them, steep
/// ridges between, and towers that stand out of the slopes. A pure function of the seed and the place.
class Relief {
 public:
  explicit Relief(std::uint64_t seed);

  Ground at(gis::MapPoint point) const;

 private:
  FractalNoise bend_east_, bend_north_, main_valleys_, side_valleys_, crests_, roughness_;
  Noise highland_, floor_, karst_;
  std::uint64_t tower_seed_;

  double floor_height_m(gis::MapPoint point) const;
  double tower_height_m(gis::MapPoint point) const;
};

/// Heights of all cells, rounded to whole metres, row-major from the north-west.
std::vector<std::int16_t> heights_of(const Relief& relief, const gis::Grid& grid);

}  // namespace phusong::synth
