#pragma once

#include "propagation/itm/radio_path.h"

namespace phusong::propagation::itm {

/// Attenuation that grows linearly with distance.
struct AttenuationLine {
  double intercept_db = 0.0;
  double slope_db_per_m = 0.0;

  double at(double distance_m) const { return intercept_db + slope_db_per_m * distance_m; }
};

/// Attenuation at a distance within line of sight (Algorithm 4.44 to 4.50): two rays over ground, weighted with the
/// diffraction line carried on into line of sight.
double line_of_sight_db(const RadioPath& path, const AttenuationLine& diffraction, double distance_m);

}  // namespace phusong::propagation::itm
