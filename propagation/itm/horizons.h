#pragma once

#include "propagation/even_profile.h"
#include "propagation/itm/itm.h"

namespace phusong::propagation::itm {

/// How far away and at which angle above the horizontal each end sees the horizon; where nothing hides it, the other
/// end.
struct Horizons {
  Ends distance_m{};
  Ends angle_rad{};
};

/// `antenna_height_m`: above ground at the first and the last point (TN101 6.15).
Horizons find_horizons(const EvenProfile& profile, const Ends& antenna_height_m, double effective_radius_m);

}  // namespace phusong::propagation::itm
