#include "sim/analysis/link/link_profile.h"

#include <cmath>

#include "gis/terrain.h"
#include "propagation/constants.h"
#include "propagation/p526/main_obstacle.h"

namespace phusong::analysis {
namespace {

LinkSample link_sample(const LinkProfileQuery& query, std::size_t i) {
  const propagation::Profile& profile = query.profile;
  const double d_km = profile.length_km();
  const double d1_km = profile.distance_km[i], d2_km = d_km - d1_km;
  const bool is_inside = i > 0 && i + 1 < profile.size();
  return {.distance_km = d1_km,
          .ground_m = profile.ground_m[i],
          .clutter_m = is_inside && !profile.clutter_m.empty() ? profile.clutter_m[i] : 0.0,
          .bulge_m = is_inside ? 500.0 / query.effective_earth_radius_km * d1_km * d2_km : 0.0,
          .ray_m = std::lerp(query.antennas.tx_height_m, query.antennas.rx_height_m, d1_km / d_km),
          .fresnel_m = is_inside ? propagation::p526::first_fresnel_radius_m(query.frequency_mhz, d1_km, d2_km) : 0.0};
}

}  // namespace

LinkProfile link_profile(const LinkProfileQuery& query, const gis::WorkingCrs& crs) {
  LinkProfile result{.k_factor = query.effective_earth_radius_km / propagation::kEarthRadiusKm};
  for (std::size_t i = 0; i < query.profile.size(); ++i)
    result.samples.push_back(link_sample(query, i));
  const auto found = propagation::p526::main_obstacle(query.profile, query.antennas, query.effective_earth_radius_km);
  if (!found) return result;
  const gis::ProfileStep step(query.from, query.to, query.profile.size() - 1);
  result.obstacle = {.sample = found->point,
                     .over_ray_m = found->over_ray_m,
                     .nu = found->nu_root_wavelength / std::sqrt(propagation::wavelength_m(query.frequency_mhz)),
                     .lon_lat = crs.to_lon_lat(step.point(found->point))};
  return result;
}

}  // namespace phusong::analysis
