#pragma once

#include <cstddef>
#include <vector>

#include "gis/coordinates.h"
#include "gis/grid.h"
#include "sim/scenario/synth/options.h"
#include "sim/scenario/synth/settlements.h"
#include "sim/scenario/synth/sight.h"

namespace phusong::synth {

/// Where a mast stands and whom it was built for.
struct MastPlace {
  gis::MapPoint position;
  double height_m = 0.0;   ///< of the mast
  std::size_t hamlet = 0;  ///< index into Settlements::hamlets
};

/// Masts near people, on higher ground that a road still reaches, where they overlook the most hamlets that no earlier
/// mast sees. First one for each commune's seat, then for hamlets by lot: the populous, and those that no mast sees and
/// that are far from all, more often.
std::vector<MastPlace> mast_places(const Options& options, const Settlements& settlements, const gis::Grid& grid,
                                   const Sight& sight);

}  // namespace phusong::synth
