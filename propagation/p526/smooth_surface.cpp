#include "propagation/p526/smooth_surface.h"

#include <algorithm>
#include <limits>

#include "propagation/p526/terrain_line_sums.h"

namespace phusong::propagation::p526 {

SurfaceHeights least_squares_surface(std::span<const double> distance_km, std::span<const double> ground_m) {
  TerrainLineSums sums{0.0, 0.0, 0.0, ground_m.front()};
  for (std::size_t i = 1; i < distance_km.size(); ++i)
    sums.add(distance_km[i], ground_m[i]);
  return {.tx_m = sums.at_tx_m(), .rx_m = sums.at_rx_m()};
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
