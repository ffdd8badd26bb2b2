#include "propagation/p1812/zones.h"

#include <algorithm>

namespace phusong::propagation::p1812 {
namespace {

/// The running and the longest section of points that belong together.
struct Section {
  double running_km = 0.0;
  double longest_km = 0.0;

  void add(bool belongs, double length_km) {
    running_km = belongs ? running_km + length_km : 0.0;
    longest_km = std::max(longest_km, running_km);
  }
};

}  // namespace

ZoneSections zone_sections(const Profile& profile) {
  const double d = profile.length_km();
  if (profile.zone.empty()) return {.omega = 0.0, .dtm_km = d, .dlm_km = d};

  double sea_km = 0.0;
  Section land, inland;
  const std::size_t last = profile.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    const double from_km = i == 0 ? 0.0 : (profile.distance_km[i - 1] + profile.distance_km[i]) / 2.0;
    const double to_km = i == last ? d : (profile.distance_km[i] + profile.distance_km[i + 1]) / 2.0;
    const double length_km = to_km - from_km;
    const Zone zone = profile.zone[i];
    if (zone == Zone::kSea) sea_km += length_km;
    land.add(zone != Zone::kSea, length_km);
    inland.add(zone == Zone::kInland, length_km);
  }
  return {.omega = std::min(1.0, sea_km / d), .dtm_km = land.longest_km, .dlm_km = inland.longest_km};
}

}  // namespace phusong::propagation::p1812
