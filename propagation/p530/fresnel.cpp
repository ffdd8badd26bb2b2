#include "propagation/p530/fresnel.h"

#include <cmath>
#include <limits>

#include "propagation/constants.h"

namespace phusong::propagation::p530 {
namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();

double surface_m(const Profile& profile, std::size_t i) {
  return profile.ground_m[i] + (profile.clutter_m.empty() ? 0.0 : profile.clutter_m[i]);
}

}  // namespace

double first_fresnel_radius_m(double frequency_ghz, double d1_km, double d2_km) {
  return 17.3 * std::sqrt(d1_km * d2_km / (frequency_ghz * (d1_km + d2_km)));
}

double obstacle_loss_db(double height_m, double first_fresnel_radius_m) {
  return -20.0 * height_m / first_fresnel_radius_m + 10.0;
}

double earth_bulge_m(double d1_km, double d2_km, double k_factor) {
  return 1000.0 * d1_km * d2_km / (2.0 * k_factor * kEarthRadiusKm);
}

Clearance path_clearance(const ClearanceQuery& query) {
  const Profile& profile = query.profile;
  const double length_km = profile.length_km();
  const double tx_m = profile.ground_m.front() + query.tx_height_m;
  const double rx_m = profile.ground_m.back() + query.rx_height_m;

  Clearance clearance{.least_m = kNone};
  double least_share = kNone;
  for (std::size_t i = 1; i + 1 < profile.size(); ++i) {
    const double d1_km = profile.distance_km[i];
    const double d2_km = length_km - d1_km;
    const double ray_m = std::lerp(tx_m, rx_m, d1_km / length_km) - earth_bulge_m(d1_km, d2_km, query.k_factor);
    const double height_m = ray_m - surface_m(profile, i);
    const double f1_m = first_fresnel_radius_m(query.frequency_ghz, d1_km, d2_km);
    least_share = std::fmin(least_share, height_m / f1_m);
    const double free_m = height_m - query.fresnel_share * f1_m;
    if (free_m >= clearance.least_m) continue;
    clearance.least_m = free_m;
    clearance.distance_km = d1_km;
  }
  clearance.obstacle_loss_db = obstacle_loss_db(least_share, 1.0);
  return clearance;
}

}  // namespace phusong::propagation::p530
