#pragma once

#include <rapidcheck.h>

#include "tests/propagation/reference_profiles.h"

namespace phusong::tests {

/// A number from `low` to `high`, drawn by rapidcheck.
inline double random_number(double low, double high) {
  return low + (high - low) * *rc::gen::inRange(0, 1000001) / 1e6;
}

/// An uneven profile over rough ground with some clutter, drawn by rapidcheck.
inline StoredProfile random_land_profile() {
  StoredProfile profile;
  const int points = *rc::gen::inRange(3, 60);
  const double relief_m = *rc::gen::element(1.0, 30.0, 800.0);
  const double step_km = *rc::gen::element(0.1, 0.5, 3.0);
  double distance_km = 0.0;
  for (int i = 0; i < points; ++i) {
    profile.distance_km.push_back(distance_km);
    profile.ground_m.push_back(random_number(0.0, relief_m));
    profile.clutter_m.push_back(*rc::gen::element(0.0, 0.0, 10.0, 20.0));
    distance_km += step_km * random_number(0.3, 1.0);
  }
  profile.zone.assign(profile.ground_m.size(), propagation::Zone::kInland);
  return profile;
}

/// The same with stretches of sea and coast.
inline StoredProfile random_profile() {
  StoredProfile profile = random_land_profile();
  for (std::size_t i = 0; i < profile.zone.size(); ++i) {
    profile.zone[i] = i % 7 < 3 && profile.zone.size() > 20 ? propagation::Zone::kSea
                      : *rc::gen::inRange(0, 4) == 0        ? propagation::Zone::kCoastalLand
                                                            : propagation::Zone::kInland;
  }
  return profile;
}

}  // namespace phusong::tests
