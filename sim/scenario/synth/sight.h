#pragma once

#include <cstdint>
#include <span>

#include "gis/coordinates.h"
#include "gis/grid.h"

namespace phusong::synth {

/// A point and its height above the ground there.
struct Aloft {
  gis::MapPoint position;
  double height_agl_m = 0.0;
};

/// Whether two points see each other over a grid of heights and an earth of 4/3 radius. Good enough to choose a mast's
/// place by, not to judge coverage: it takes each step's nearest cell.
class Sight {
 public:
  Sight(const gis::Grid& grid, std::span<const std::int16_t> heights_m) : grid_(grid), heights_m_(heights_m) {}

  /// Both points lie on the grid.
  bool is_free(const Aloft& from, const Aloft& to) const;
  double ground_m(gis::MapPoint point) const;

 private:
  const gis::Grid& grid_;
  std::span<const std::int16_t> heights_m_;
};

}  // namespace phusong::synth
