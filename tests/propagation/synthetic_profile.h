#pragma once

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "tests/propagation/reference_profiles.h"

namespace phusong::tests {

/// Ground of a named shape at the share `x` of the way: profiles made by a formula, for a plain clone.
inline double synthetic_ground_m(const std::string& shape, double x) {
  if (shape == "hills") return 200.0 + 60.0 * std::sin(9.0 * x) + 25.0 * std::sin(31.0 * x + 1.0);
  if (shape == "ridge") return 100.0 + 400.0 * std::max(0.0, 1.0 - std::abs(x - 0.6) / 0.05);
  if (shape == "two_ridges") {
    return 50.0 + 300.0 * std::max(0.0, 1.0 - std::abs(x - 0.3) / 0.04) +
           250.0 * std::max(0.0, 1.0 - std::abs(x - 0.75) / 0.06);
  }
  if (shape == "plateau") return x > 0.3 && x < 0.7 ? 150.0 : 20.0;
  if (shape == "strait") return x > 0.25 && x < 0.8 ? 0.0 : 40.0 + 30.0 * std::sin(40.0 * x);
  if (shape == "town") return 30.0 + 4.0 * std::sin(25.0 * x);
  if (shape == "flat") return 10.0;
  throw std::invalid_argument("no synthetic shape " + shape);
}

/// `bend` > 1 crowds the points towards the transmitter; 1 spaces them evenly.
inline StoredProfile synthetic_profile(const std::string& shape, int points, double length_km, double bend) {
  StoredProfile profile;
  for (int i = 0; i < points; ++i) {
    const double x = std::pow(static_cast<double>(i) / (points - 1), bend);
    const double ground_m = synthetic_ground_m(shape, x);
    const bool sea = shape == "strait" && ground_m == 0.0;
    profile.distance_km.push_back(x * length_km);
    profile.ground_m.push_back(ground_m);
    profile.clutter_m.push_back(shape == "town" ? 5.0 * (i % 4) : 0.0);
    profile.zone.push_back(sea                            ? propagation::Zone::kSea
                           : shape == "strait" && x > 0.2 ? propagation::Zone::kCoastalLand
                                                          : propagation::Zone::kInland);
  }
  return profile;
}

}  // namespace phusong::tests
