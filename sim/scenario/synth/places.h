#pragma once

#include <vector>

#include "gis/coordinates.h"
#include "gis/grid.h"
#include "sim/scenario/synth/options.h"
#include "sim/scenario/synth/relief.h"

namespace phusong::synth {

/// Ground where a hamlet stands.
struct Place {
  gis::MapPoint position;
  double remoteness = 0.0;  ///< 0 in a main valley, 1 at the head of a side valley
};

/// Level places on valley floors that keep a distance from each other, side valleys less often than main ones.
/// Throws std::invalid_argument where there is no room for so many.
std::vector<Place> hamlet_places(const Options& options, const Relief& relief, const gis::Grid& grid);

}  // namespace phusong::synth
