#include "propagation/antenna/element_pattern.h"

#include <algorithm>
#include <cmath>

namespace phusong::propagation {

double wrapped_deg(double angle_deg) {
  // Within a turn and a half the one subtraction is exact, and the same number many times sooner.
  if (std::abs(angle_deg) <= 180.0) return angle_deg;
  if (std::abs(angle_deg) < 540.0) return angle_deg - std::copysign(360.0, angle_deg);
  return std::remainder(angle_deg, 360.0);
}

double parabolic_attenuation_db(double angle_deg, double beamwidth_deg, double max_attenuation_db) {
  const double ratio = wrapped_deg(angle_deg) / beamwidth_deg;
  return std::min(12.0 * ratio * ratio, max_attenuation_db);
}

double ParametricPattern::attenuation_db(double azimuth_deg, double elevation_deg) const {
  const double horizontal_db =
      beamwidth_h_deg ? parabolic_attenuation_db(azimuth_deg, *beamwidth_h_deg, max_attenuation_db) : 0.0;
  const double vertical_db = parabolic_attenuation_db(elevation_deg, beamwidth_v_deg, side_lobe_limit_db);
  return std::min(horizontal_db + vertical_db, max_attenuation_db);
}

}  // namespace phusong::propagation
