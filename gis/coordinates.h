#pragma once

#include <cmath>

namespace phusong::gis {

/// Geographic coordinates as they stand in files: WGS84 longitude and latitude in degrees.
struct LonLat {
  double lon_deg = 0.0;
  double lat_deg = 0.0;
};

/// A position in the scenario's projected CRS: metres east and north.
struct MapPoint {
  double x_m = 0.0;
  double y_m = 0.0;
};

/// On the map.
inline double distance_m(MapPoint a, MapPoint b) {
  return std::hypot(b.x_m - a.x_m, b.y_m - a.y_m);
}

}  // namespace phusong::gis
