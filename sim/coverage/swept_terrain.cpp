#include "sim/coverage/swept_terrain.h"

#include <cmath>

#include "sim/coverage/path_engine.h"

namespace phusong::coverage {

double SweptTerrain::clutter_at(gis::MapPoint point) const {
  const double clutter_m = terrain_.clutter_at(point);
  return std::isnan(clutter_m) ? 0.0 : clutter_m;
}

propagation::Zone SweptTerrain::zone_at(gis::MapPoint point) const {
  return coverage::zone_at(terrain_, point, zone_elsewhere_);
}

}  // namespace phusong::coverage
