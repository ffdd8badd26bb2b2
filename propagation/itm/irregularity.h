#pragma once

#include "propagation/itm/terrain.h"

namespace phusong::propagation::itm {

/// How many evenly spaced heights Δh is taken from, and how many of them are a tenth at either end.
struct Tenths {
  int tenth = 0;
  int count = 0;
};
/// For a stretch between two positions of the profile, at least two intervals apart.
Tenths tenths_between(double first, double last);

/// Δh, the asymptotic interdecile range of the terrain about its own straight line, from a stretch of the profile;
/// zero where the stretch has fewer than two intervals (Algorithm, section 6).
double profile_irregularity_m(const EvenProfile& profile, double first_m, double last_m);

}  // namespace phusong::propagation::itm
