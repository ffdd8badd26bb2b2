#pragma once

#include "gis/coordinates.h"

namespace phusong::intake {

/// Mainland and islands of Vietnam with some margin.
inline constexpr double kVietnamWestDeg = 102.0, kVietnamEastDeg = 118.0;
inline constexpr double kVietnamSouthDeg = 6.0, kVietnamNorthDeg = 23.8;
inline constexpr const char* kVietnamText = "102 … 118° E, 6 … 23.8° N";

inline bool is_in_vietnam(gis::LonLat place) {
  return place.lon_deg >= kVietnamWestDeg && place.lon_deg <= kVietnamEastDeg && place.lat_deg >= kVietnamSouthDeg &&
         place.lat_deg <= kVietnamNorthDeg;
}
/// Whether it can be a place at all.
inline bool is_on_earth(gis::LonLat place) {
  return place.lon_deg >= -180.0 && place.lon_deg <= 180.0 && place.lat_deg >= -90.0 && place.lat_deg <= 90.0;
}
inline gis::LonLat exchanged(gis::LonLat place) {
  return {place.lat_deg, place.lon_deg};
}

}  // namespace phusong::intake
