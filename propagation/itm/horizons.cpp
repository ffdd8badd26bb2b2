#include "propagation/itm/horizons.h"

namespace phusong::propagation::itm {

Horizons find_horizons(const EvenProfile& profile, const Ends& antenna_height_m, double effective_radius_m) {
  const double length_m = profile.length_m();
  const double fall = length_m / (2.0 * effective_radius_m);
  const Ends antenna_m{profile.height_m.front() + antenna_height_m[0], profile.height_m.back() + antenna_height_m[1]};
  const double slope = (antenna_m[1] - antenna_m[0]) / length_m;
  Horizons horizons{.distance_m = {length_m, length_m}, .angle_rad = {slope - fall, -slope - fall}};

  // Distances are summed step by step: cuts to whole indices that follow depend on the last bit, and this is how the
  // published values were made.
  Ends distance_m{0.0, length_m};
  for (int i = 1; i < profile.intervals(); ++i) {
    distance_m[0] += profile.step_m;
    distance_m[1] -= profile.step_m;
    for (int end = 0; end < 2; ++end) {
      const double angle_rad =
          (profile.height_m[i] - antenna_m[end]) / distance_m[end] - distance_m[end] / (2.0 * effective_radius_m);
      if (angle_rad <= horizons.angle_rad[end]) continue;
      horizons.angle_rad[end] = angle_rad;
      horizons.distance_m[end] = distance_m[end];
    }
  }
  return horizons;
}

}  // namespace phusong::propagation::itm
