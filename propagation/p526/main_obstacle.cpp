#include "propagation/p526/main_obstacle.h"

#include <cmath>

namespace phusong::propagation::p526 {

std::optional<MainObstacle> main_obstacle(const Profile& profile, const Terminals& ends,
                                          double effective_earth_radius_km) {
  std::optional<MainObstacle> most;
  const double d = profile.length_km();
  const double half_curvature = 500.0 / effective_earth_radius_km;
  const double slope_tr = (ends.rx_height_m - ends.tx_height_m) / d;  // P.1812 (14)
  for (std::size_t i = 1; i + 1 < profile.size(); ++i) {
    const double d1 = profile.distance_km[i];
    const double d2 = d - d1;
    if (d1 <= 0.0 || d2 <= 0.0) continue;
    const double clutter_m = profile.clutter_m.empty() ? 0.0 : profile.clutter_m[i];
    const double over_ray_m =
        profile.ground_m[i] + clutter_m + half_curvature * d1 * d2 - ends.tx_height_m - slope_tr * d1;
    const double nu_root_wavelength = over_ray_m * std::sqrt(0.002 * d / (d1 * d2));  // P.1812 (15)
    if (!most || nu_root_wavelength > most->nu_root_wavelength) most = {i, over_ray_m, nu_root_wavelength};
  }
  return most;
}

double first_fresnel_radius_m(double frequency_mhz, double d1_km, double d2_km) {
  return 550.0 * std::sqrt(d1_km * d2_km / ((d1_km + d2_km) * frequency_mhz));  // P.526 (2)
}

}  // namespace phusong::propagation::p526
