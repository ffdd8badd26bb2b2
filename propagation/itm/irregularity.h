#pragma once

#include "propagation/itm/terrain.h"

namespace phusong::propagation::itm {

/// Δh, the asymptotic interdecile range of the terrain about its own straight line, from a stretch of the profile;
/// zero where the stretch has fewer than two intervals (Algorithm, section 6).
double profile_irregularity_m(const EvenProfile& profile, double first_m, double last_m);

}  // namespace phusong::propagation::itm
