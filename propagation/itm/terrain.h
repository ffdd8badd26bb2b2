#pragma once

#include <vector>

#include "propagation/itm/radio_path.h"

namespace phusong::propagation::itm {

/// Ground heights at equal steps, both ends included.
struct EvenProfile {
  double step_m = 0.0;
  std::vector<double> height_m;

  int intervals() const { return static_cast<int>(height_m.size()) - 1; }
  double length_m() const { return intervals() * step_m; }
};

/// The profile's ground, interpolated linearly to as many equal intervals where its steps differ.
/// Throws std::invalid_argument for fewer than two points.
EvenProfile even_profile(const Profile& profile);

/// Mean height without the first and the last tenth of the path.
double mean_path_height_m(const EvenProfile& profile);

/// Horizons, effective heights and Δh of a profile (Algorithm, section 6: "preparation").
Geometry geometry_of(const EvenProfile& profile, const Ends& antenna_height_m, double effective_radius_m);

/// The same for area mode, from Δh and the care of siting (Algorithm 3.1 to 3.4).
Geometry geometry_of(const AreaInput& input, double effective_radius_m);

}  // namespace phusong::propagation::itm
