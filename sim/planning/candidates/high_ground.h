#pragma once

#include "gis/terrain.h"

namespace phusong::planning {

/// Finds the centre of the highest known cell whose centre is within `radius_m` of the point; the point itself where
/// there is none.
gis::MapPoint highest_ground(const gis::Terrain& terrain, gis::MapPoint point, double radius_m);

}  // namespace phusong::planning
