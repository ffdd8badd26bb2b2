#include "propagation/antenna/msi.h"

#include <algorithm>
#include <cmath>

#include "propagation/antenna/element_pattern.h"

namespace phusong::propagation {
namespace {

double cyclic_db(const std::vector<double>& angle_deg, const std::vector<double>& attenuation_db, double at_deg) {
  double wanted_deg = std::fmod(at_deg, 360.0);
  if (wanted_deg < angle_deg.front()) wanted_deg += 360.0;
  const auto after = std::upper_bound(angle_deg.begin(), angle_deg.end(), wanted_deg) - angle_deg.begin();
  const auto before = static_cast<std::size_t>(after) - 1;
  const bool last = before + 1 == angle_deg.size();
  const std::size_t next = last ? 0 : before + 1;
  const double width_deg = angle_deg[next] + (last ? 360.0 : 0.0) - angle_deg[before];
  if (width_deg <= 0.0) return attenuation_db[before];  // a cut that gives both 0° and 360°
  const double share = (wanted_deg - angle_deg[before]) / width_deg;
  return attenuation_db[before] + share * (attenuation_db[next] - attenuation_db[before]);
}

}  // namespace

double MsiPattern::horizontal_db(double angle_deg) const {
  return cyclic_db(horizontal_angle_deg, horizontal_attenuation_db, angle_deg);
}

double MsiPattern::vertical_db(double angle_deg) const {
  return cyclic_db(vertical_angle_deg, vertical_attenuation_db, angle_deg);
}

double MsiPattern::attenuation_db(double azimuth_deg, double elevation_deg) const {
  const double behind = std::abs(wrapped_deg(azimuth_deg)) / 180.0;
  const double front_db = vertical_db(-elevation_deg) - horizontal_db(0.0);
  const double back_db = vertical_db(180.0 + elevation_deg) - horizontal_db(180.0);
  return std::max(0.0, horizontal_db(azimuth_deg) + (1.0 - behind) * front_db + behind * back_db);
}

}  // namespace phusong::propagation
