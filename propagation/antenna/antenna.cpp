#include "propagation/antenna/antenna.h"

#include <algorithm>
#include <cmath>

#include "propagation/units.h"

namespace phusong::propagation {
namespace {

/// A direction seen from the antenna: azimuth from its main lobe, elevation above its own horizon.
struct Direction {
  double azimuth_deg;
  double elevation_deg;
};

/// Turns the direction into the frame of an antenna tipped forward by `tilt_deg` about its own cross axis.
Direction seen_by_tilted(const Direction& direction, double tilt_deg) {
  if (tilt_deg == 0.0) return direction;
  const double azimuth = radians_from_degrees(direction.azimuth_deg);
  const double elevation = radians_from_degrees(direction.elevation_deg);
  const double tilt = radians_from_degrees(tilt_deg);
  const double forward = std::cos(elevation) * std::cos(azimuth);
  const double sideways = std::cos(elevation) * std::sin(azimuth);
  const double up = std::sin(elevation);
  const double tipped_forward = forward * std::cos(tilt) - up * std::sin(tilt);
  const double tipped_up = forward * std::sin(tilt) + up * std::cos(tilt);
  return {degrees_from_radians(std::atan2(sideways, tipped_forward)),
          degrees_from_radians(std::asin(std::clamp(tipped_up, -1.0, 1.0)))};
}

}  // namespace

double Antenna::attenuation_db(double toward_azimuth_deg, double elevation_deg) const {
  const Direction seen = seen_by_tilted({toward_azimuth_deg - azimuth_deg, elevation_deg}, mechanical_tilt_deg);
  if (const auto* parametric = std::get_if<ParametricPattern>(&pattern))
    return parametric->attenuation_db(seen.azimuth_deg, seen.elevation_deg + electrical_tilt_deg);
  const MsiPattern& file = *std::get<std::shared_ptr<const MsiPattern>>(pattern);
  // The tilt asked for is the whole one: what the cut has of it already is not added once more.
  const double shift_deg = electrical_tilt_deg == 0.0 ? 0.0 : electrical_tilt_deg - file.cut_tilt_deg;
  return file.attenuation_db(seen.azimuth_deg, seen.elevation_deg + shift_deg);
}

}  // namespace phusong::propagation
