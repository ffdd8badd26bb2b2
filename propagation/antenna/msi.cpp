#include "propagation/antenna/msi.h"

#include <algorithm>
#include <cmath>

#include "propagation/antenna/element_pattern.h"
#include "propagation/antenna/msi_beams.h"

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

/// From `at_deg` to the nearest of the directions, or with `turned_deg` 180 to the nearest of their opposites.
double nearest_deg(const std::vector<double>& directions_deg, double turned_deg, double at_deg) {
  double least_deg = 180.0;
  for (const double direction_deg : directions_deg)
    least_deg = std::min(least_deg, std::abs(wrapped_deg(at_deg - direction_deg - turned_deg)));
  return least_deg;
}

}  // namespace

double MsiPattern::horizontal_db(double angle_deg) const {
  return cyclic_db(horizontal_angle_deg, horizontal_attenuation_db, angle_deg);
}

double MsiPattern::vertical_db(double angle_deg) const {
  return cyclic_db(vertical_angle_deg, vertical_attenuation_db, angle_deg);
}

double MsiPattern::share_behind(double azimuth_deg) const {
  if (beams_deg.size() < 2) return std::abs(wrapped_deg(azimuth_deg - beam_azimuth_deg)) / 180.0;
  const double to_beam_deg = nearest_deg(beams_deg, 0.0, azimuth_deg);
  return to_beam_deg / (to_beam_deg + nearest_deg(beams_deg, 180.0, azimuth_deg));
}

double MsiPattern::attenuation_db(double azimuth_deg, double elevation_deg) const {
  const double behind = share_behind(azimuth_deg);
  const double front_db = vertical_db(-elevation_deg) - horizontal_db(beam_azimuth_deg);
  const double back_db = vertical_db(180.0 + elevation_deg) - horizontal_db(beam_azimuth_deg + 180.0);
  return std::max(0.0, horizontal_db(azimuth_deg) + (1.0 - behind) * front_db + behind * back_db);
}

void MsiPattern::find_beam() {
  if (!horizontal_angle_deg.empty()) {
    beams_deg = msi::beams_deg(horizontal_angle_deg, horizontal_attenuation_db);
    beam_azimuth_deg = beams_deg.front();
  }
  std::vector<double> front_deg, front_db;
  for (std::size_t i = 0; i < vertical_angle_deg.size(); ++i) {
    if (std::abs(wrapped_deg(vertical_angle_deg[i])) > 90.0) continue;
    front_deg.push_back(vertical_angle_deg[i]);
    front_db.push_back(vertical_attenuation_db[i]);
  }
  // A lobe far from the horizon is no tilt that a table could mean: the antenna looks up or down.
  constexpr double kMostTiltDeg = 45.0;
  const double lobe_deg = front_deg.empty() ? 0.0 : msi::angle_of_least_deg(front_deg, front_db);
  cut_tilt_deg = std::abs(lobe_deg) <= kMostTiltDeg ? lobe_deg : 0.0;
}

bool MsiPattern::contradicts_tilt() const {
  constexpr double kContradictionDeg = 1.0;
  if (!stated_tilt_deg || *stated_tilt_deg == 0.0) return false;  // files write 0 where they mean nothing
  return std::abs(*stated_tilt_deg - cut_tilt_deg) > kContradictionDeg;
}

double MsiPattern::contradiction_db() const {
  const auto at = [this](double azimuth_deg, double horizon_deg) {
    const double horizontal = horizontal_db(azimuth_deg);
    const double tilt_deg = horizon_deg == 0.0 ? cut_tilt_deg : horizon_deg - cut_tilt_deg;
    return std::min(std::abs(horizontal - vertical_db(horizon_deg)), std::abs(horizontal - vertical_db(tilt_deg)));
  };
  return std::max(at(beam_azimuth_deg, 0.0), at(beam_azimuth_deg + 180.0, 180.0));
}

}  // namespace phusong::propagation
