#pragma once

#include "propagation/ehata/ehata.h"
#include "propagation/even_profile.h"

// What the model takes from a profile that runs from the mobile to the base.
namespace phusong::propagation::ehata {

/// Effective heights: how far the ground at either end stands above the average of 3 to 15 km away from it
/// (Okumura 2.4). On paths of 3 to 15 km a share of it counts, on shorter ones the antenna height alone;
/// `ground_above_average_m` is then the ground's height.
void set_effective_heights(const EvenProfile& profile, const Input& input, Result& result);

/// Height quantiles and Δh of the 10 km next to the mobile (Okumura 2.4 (1)(b)); those of a shorter path are scaled to
/// 10 km (TR-15-517).
void set_terrain_statistics(const EvenProfile& profile, Result& result);

/// Mean slope of the ground at the mobile over 5 to 10 km (Okumura 4.3); positive where it falls towards the base.
void set_mobile_slope(const EvenProfile& profile, Result& result);

/// Share of sea, which is ground at exactly 0 m, and the end that has more of it.
void set_sea(const EvenProfile& profile, Result& result);

/// Horizon distances, and whether both ends see the same ridge as their horizon.
void set_horizons(const EvenProfile& profile, const Input& input, Result& result);

}  // namespace phusong::propagation::ehata
