#include "propagation/p1812/ducting_surface.h"

#include <algorithm>
#include <limits>

namespace phusong::propagation::p1812 {

DuctingSurface ducting_surface(const Profile& profile, const p526::Terminals& ends, const Horizons& horizons,
                               const p526::SurfaceHeights& least_squares) {
  DuctingSurface result;
  result.surface = {.tx_m = std::min(least_squares.tx_m, profile.ground_m.front()),                 // (92a)
                    .rx_m = std::min(least_squares.rx_m, profile.ground_m.back())};                 // (92b)
  const double slope_m_per_km = (result.surface.rx_m - result.surface.tx_m) / profile.length_km();  // (93)
  result.hte_m = ends.tx_height_m - result.surface.tx_m;                                            // (94a)
  result.hre_m = ends.rx_height_m - result.surface.rx_m;                                            // (94b)
  result.hm_m = -std::numeric_limits<double>::infinity();
  for (std::size_t i = horizons.lt; i <= horizons.lr; ++i) {
    result.hm_m = std::max(
        result.hm_m, profile.ground_m[i] - (result.surface.tx_m + slope_m_per_km * profile.distance_km[i]));  // (95)
  }
  return result;
}

}  // namespace phusong::propagation::p1812
