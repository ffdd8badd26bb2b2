#pragma once

#include <vector>

#include "sim/cli/loss/fields.h"

namespace phusong::loss {

/// A terrain profile that owns its arrays.
struct OwnedProfile {
  std::vector<double> distance_km, ground_m, clutter_m;
  std::vector<propagation::Zone> zone;

  propagation::Profile view() const { return {distance_km, ground_m, clutter_m, zone}; }
};

/// `ground_m` with `step_km` or `distance_km`, and where they are given `clutter_m` and `zone`. Throws FieldError.
OwnedProfile profile_of(const Fields& fields);

/// Share of the path over sea, from its zones.
double sea_fraction_of(const OwnedProfile& profile);

}  // namespace phusong::loss
