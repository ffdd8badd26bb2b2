#pragma once

#include "propagation/even_profile.h"
#include "propagation/itm/radio_path.h"

namespace phusong::propagation::itm {

/// Mean height without the first and the last tenth of the path.
double mean_path_height_m(const EvenProfile& profile);

/// Horizons, effective heights and Δh of a profile (Algorithm, section 6: "preparation").
Geometry geometry_of(const EvenProfile& profile, const Ends& antenna_height_m, double effective_radius_m);

/// The same for area mode, from Δh and the care of siting (Algorithm 3.1 to 3.4).
Geometry geometry_of(const AreaInput& input, double effective_radius_m);

}  // namespace phusong::propagation::itm
