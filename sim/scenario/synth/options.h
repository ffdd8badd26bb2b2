#pragma once

#include <cstdint>
#include <string>

#include "gis/coordinates.h"

namespace phusong::synth {

/// What kind of province to make.
struct Options {
  double size_km = 40.0;  ///< side of the square
  double cell_m = 30.0;   ///< terrain cell
  int hamlets = 150;
  int masts = 30;
  std::int64_t seed = 1;
  std::string crs = "EPSG:9211";
  gis::LonLat centre{.lon_deg = 106.0, .lat_deg = 22.0};
};

}  // namespace phusong::synth
