#pragma once

#include "propagation/p1812/geometry.h"

namespace phusong::propagation::p1812 {

/// Line-of-sight basic transmission loss with multipath and focusing, P.1812 4.2.
struct LineOfSight {
  double lbfs_db = 0.0;  ///< free space
  double lb0p_db = 0.0;  ///< not exceeded for p %
  double lb0b_db = 0.0;  ///< not exceeded for β0 %
};

/// What multipath and focusing add for p % and for β0 %, in dB, the same at every frequency, Eqs. (9a), (9b).
struct Focusing {
  double esp_db = 0.0;
  double esb_db = 0.0;
};
Focusing focusing_gains(const Geometry& geometry, double time_percent);

LineOfSight line_of_sight(const Geometry& geometry, double frequency_mhz, const Focusing& focusing);

}  // namespace phusong::propagation::p1812
