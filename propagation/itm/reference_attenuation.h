#pragma once

#include "propagation/itm/limits.h"
#include "propagation/itm/radio_path.h"

namespace phusong::propagation::itm {

/// A_ref: the median attenuation below free space before variability, and the regime that gave it.
struct ReferenceAttenuation {
  double attenuation_db = 0.0;
  Regime regime = Regime::kLineOfSight;
};

/// Longley and Rice's three regimes joined to one curve of distance (Algorithm 4.1 to 4.8, ERL 79 3.16 to 3.21).
ReferenceAttenuation reference_attenuation(const RadioPath& path);

/// Where the path strains the model's assumptions.
void check_path(const RadioPath& path, Findings& findings);

}  // namespace phusong::propagation::itm
