#include "propagation/itm/horizons.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "propagation/ehata/terrain.h"

namespace phusong::propagation::ehata {
namespace {

// Curvature of the effective Earth at the path's mean height, with 301 N-units at sea level (as in ITM).
double earth_curvature_per_m(const EvenProfile& profile) {
  const double mean_m = std::accumulate(profile.height_m.begin(), profile.height_m.end(), 0.0) /
                        static_cast<double>(profile.height_m.size());
  const double refractivity = 301.0 * std::exp(-mean_m / 9460.0);
  return 157e-9 * (1.0 - 0.04665 * std::exp(refractivity / 179.3));
}

// How high the common horizon rises over the line between the antennas.
double ridge_height_m(const EvenProfile& profile, const Input& input, const Ends& horizon_m, double curvature_per_m) {
  const double base_m = input.base_height_m + profile.height_m.back();
  const double mobile_m = input.mobile_height_m + profile.height_m.front();
  const int ridge = static_cast<int>(horizon_m[0] / profile.step_m);
  const double line_m = (base_m * horizon_m[1] + mobile_m * horizon_m[0]) / profile.length_m();
  const double bulge_m = 0.5 * curvature_per_m * horizon_m[0] * horizon_m[1];
  return std::max(profile.height_m[ridge] - line_m + bulge_m, 0.0);
}

}  // namespace

void set_horizons(const EvenProfile& profile, const Input& input, Result& result) {
  const double curvature_per_m = earth_curvature_per_m(profile);
  result.horizon_distance_m =
      itm::find_horizons(profile, {input.mobile_height_m, input.base_height_m}, 1.0 / curvature_per_m).distance_m;
  const double gap_m = profile.length_m() - result.horizon_distance_m[0] - result.horizon_distance_m[1];
  result.single_horizon = std::abs(gap_m) <= 0.5 * profile.step_m;
  if (result.single_horizon) {
    result.ridge_height_m = ridge_height_m(profile, input, result.horizon_distance_m, curvature_per_m);
  }
}

}  // namespace phusong::propagation::ehata
