#pragma once

#include "propagation/itm/radio_path.h"

namespace phusong::propagation::itm {

/// Attenuation below free space, beyond the horizon, over `distance_m` of a path of this kind (Algorithm 4.9 to 4.27):
/// knife edges at the horizons and a smooth Earth, weighted by the terrain's irregularity, plus clutter.
double diffraction_db(const RadioPath& path, double distance_m);

/// Loss of two knife edges that stand at the two horizons.
double knife_edges_db(const RadioPath& path, double distance_m);

/// Vogler's three radii: each terminal's foreground and the stretch between the horizons have an Earth of their own.
double smooth_earth_db(const RadioPath& path, double distance_m);

}  // namespace phusong::propagation::itm
