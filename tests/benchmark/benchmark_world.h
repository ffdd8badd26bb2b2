#pragma once

#include <string>
#include <vector>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/transmitters.h"

namespace phusong::tests {

/// Ground to benchmark on, and the projection it lies in.
struct BenchmarkWorld {
  gis::WorkingCrs crs;
  gis::Terrain terrain;
};

/// Mountains by a formula, a little larger than a disc of this radius, in the north of Vietnam (UTM 48).
BenchmarkWorld made_world(double cell_size_m, double range_km);

/// A raster of ground heights, read as a scenario reads it.
BenchmarkWorld read_world(const std::string& elevation, double cell_size_m);

/// A mast on the highest place near the middle, off every cell's centre, with all frequencies to the same range.
coverage::Transmitter mast_in(const BenchmarkWorld& world, const std::vector<double>& frequencies_mhz, double range_km);

}  // namespace phusong::tests
