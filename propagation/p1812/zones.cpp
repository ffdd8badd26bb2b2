#include "propagation/p1812/zones.h"

#include "propagation/p1812/zone_sums.h"

namespace phusong::propagation::p1812 {

ZoneSections zone_sections(const Profile& profile) {
  const double d_km = profile.length_km();
  if (profile.zone.empty()) return {.omega = 0.0, .dtm_km = d_km, .dlm_km = d_km};
  ZoneSums sums(profile.zone.front());
  for (std::size_t i = 1; i < profile.size(); ++i)
    sums.add(profile.distance_km[i], profile.zone[i]);
  return sums.sections();
}

}  // namespace phusong::propagation::p1812
