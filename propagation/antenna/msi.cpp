#include "propagation/antenna/msi.h"

#include <algorithm>
#include <cmath>
#include <optional>

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

/// The middle of the run of least values around the circle; of several runs the one nearest to 0°.
double angle_of_least_deg(const std::vector<double>& angle_deg, const std::vector<double>& attenuation_db) {
  const double least_db = *std::min_element(attenuation_db.begin(), attenuation_db.end());
  const std::size_t count = angle_deg.size();
  const auto is_least = [&](std::size_t i) { return attenuation_db[i % count] == least_db; };
  const auto unrolled_deg = [&](std::size_t i) { return angle_deg[i % count] + (i < count ? 0.0 : 360.0); };
  std::optional<double> nearest_deg;
  for (std::size_t begin = 0; begin < count; ++begin) {
    if (!is_least(begin) || is_least(begin + count - 1)) continue;
    std::size_t last = begin;
    while (is_least(last + 1))
      ++last;
    const double middle_deg = wrapped_deg((unrolled_deg(begin) + unrolled_deg(last)) / 2.0);
    if (!nearest_deg || std::abs(middle_deg) < std::abs(*nearest_deg)) nearest_deg = middle_deg;
  }
  return nearest_deg.value_or(0.0);  // no run begins where all values are the same
}

}  // namespace

double MsiPattern::horizontal_db(double angle_deg) const {
  return cyclic_db(horizontal_angle_deg, horizontal_attenuation_db, angle_deg);
}

double MsiPattern::vertical_db(double angle_deg) const {
  return cyclic_db(vertical_angle_deg, vertical_attenuation_db, angle_deg);
}

double MsiPattern::attenuation_db(double azimuth_deg, double elevation_deg) const {
  const double behind = std::abs(wrapped_deg(azimuth_deg - beam_azimuth_deg)) / 180.0;
  const double front_db = vertical_db(-elevation_deg) - horizontal_db(beam_azimuth_deg);
  const double back_db = vertical_db(180.0 + elevation_deg) - horizontal_db(beam_azimuth_deg + 180.0);
  return std::max(0.0, horizontal_db(azimuth_deg) + (1.0 - behind) * front_db + behind * back_db);
}

void MsiPattern::find_beam() {
  if (!horizontal_angle_deg.empty())
    beam_azimuth_deg = angle_of_least_deg(horizontal_angle_deg, horizontal_attenuation_db);
  std::vector<double> front_deg, front_db;
  for (std::size_t i = 0; i < vertical_angle_deg.size(); ++i) {
    if (std::abs(wrapped_deg(vertical_angle_deg[i])) > 90.0) continue;
    front_deg.push_back(vertical_angle_deg[i]);
    front_db.push_back(vertical_attenuation_db[i]);
  }
  // A lobe far from the horizon is no tilt that a table could mean: the antenna looks up or down.
  constexpr double kMostTiltDeg = 45.0;
  const double lobe_deg = front_deg.empty() ? 0.0 : angle_of_least_deg(front_deg, front_db);
  cut_tilt_deg = std::abs(lobe_deg) <= kMostTiltDeg ? lobe_deg : 0.0;
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
