#include "propagation/p526/smooth_surface.h"

#include <algorithm>
#include <limits>

namespace phusong::propagation::p526 {

SurfaceHeights least_squares_surface(std::span<const double> distance_km, std::span<const double> ground_m) {
  double v1 = 0.0, v2 = 0.0;
  for (std::size_t i = 1; i < distance_km.size(); ++i) {
    const double d = distance_km[i], d_before = distance_km[i - 1];
    const double h = ground_m[i], h_before = ground_m[i - 1];
    v1 += (d - d_before) * (h + h_before);                                                // (85)
    v2 += (d - d_before) * (h * (2.0 * d + d_before) + h_before * (d + 2.0 * d_before));  // (86)
  }
  const double d = distance_km.back();
  return {.tx_m = (2.0 * v1 * d - v2) / (d * d),  // (87)
          .rx_m = (v2 - v1 * d) / (d * d)};       // (88)
}

SurfaceHeights diffraction_surface(const SurfaceHeights& least_squares, std::span<const double> distance_km,
                                   std::span<const double> ground_m, const Terminals& ends) {
  const double d = distance_km.back();
  const double slope_tr = (ends.rx_height_m - ends.tx_height_m) / d;
  double h_obs_m = -std::numeric_limits<double>::infinity();
  LargestRatio alpha_obt, alpha_obr;
  for (std::size_t i = 1; i + 1 < distance_km.size(); ++i) {
    const double d1 = distance_km[i];
    const double over_ray_m = ground_m[i] - ends.tx_height_m - slope_tr * d1;  // (89d)
    h_obs_m = std::max(h_obs_m, over_ray_m);                                   // (89a)
    alpha_obt.offer(over_ray_m, d1, i);                                        // (89b)
    alpha_obr.offer(over_ray_m, d - d1, i);                                    // (89c)
  }
  SurfaceHeights surface = least_squares;  // (90a), (90b)
  if (h_obs_m > 0.0) {
    const double sum = alpha_obt.value() + alpha_obr.value();
    surface.tx_m -= h_obs_m * alpha_obt.value() / sum;  // (90c), (90e)
    surface.rx_m -= h_obs_m * alpha_obr.value() / sum;  // (90d), (90f)
  }
  return {.tx_m = std::min(surface.tx_m, ground_m.front()),  // (91a), (91b)
          .rx_m = std::min(surface.rx_m, ground_m.back())};  // (91c), (91d)
}

}  // namespace phusong::propagation::p526
