#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "gis/grid.h"
#include "sim/network/hamlet.h"
#include "sim/scenario/synth/options.h"
#include "sim/scenario/synth/places.h"

namespace phusong::synth {

/// A commune: all ground that is nearer to its seat than to any other.
struct Commune {
  std::string name;
  std::string district;
  gis::MapPoint seat;                  ///< the hamlet where it is governed from
  std::vector<gis::MapPoint> outline;  ///< counterclockwise, not closed
};

/// Where people live.
struct Settlements {
  std::string province;
  std::vector<Commune> communes;
  std::vector<network::Hamlet> hamlets;  ///< by commune; longitude and latitude are not set
};

/// Peoples the places: the largest hamlets that keep their distance are seats of communes, and the farther from a
/// seat and from the main valleys, the fewer people, smartphones, wires and fibres.
Settlements make_settlements(const Options& options, const std::vector<Place>& places, const gis::Grid& grid);

}  // namespace phusong::synth
