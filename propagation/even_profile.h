#pragma once

#include <vector>

#include "propagation/profile.h"

namespace phusong::propagation {

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

}  // namespace phusong::propagation
