#pragma once

#include <cstdint>
#include <vector>

#include "gis/crs.h"
#include "gis/grid.h"
#include "sim/scenario/synth/options.h"
#include "sim/scenario/synth/settlements.h"
#include "sim/scenario/synth/stations.h"

namespace phusong::synth {

/// A province that does not exist: ground, people and masts.
struct Province {
  gis::Grid grid;
  std::vector<std::int16_t> heights_m;  ///< row-major from the north-west
  Settlements settlements;
  Stations stations;
};

/// The whole province from its options; the same on every machine. The grid is centred on options.centre, its edges on
/// whole cells. Throws std::invalid_argument where the ground has no room for the hamlets.
Province make_province(const Options& options, const gis::WorkingCrs& crs);

}  // namespace phusong::synth
