#pragma once

#include "propagation/p1812/geometry.h"

namespace phusong::propagation::p1812 {

/// Line-of-sight basic transmission loss with multipath and focusing, P.1812 4.2.
struct LineOfSight {
  double lbfs_db = 0.0;  ///< free space
  double lb0p_db = 0.0;  ///< not exceeded for p %
  double lb0b_db = 0.0;  ///< not exceeded for β0 %
};

LineOfSight line_of_sight(const Geometry& geometry, double frequency_mhz, double time_percent);

}  // namespace phusong::propagation::p1812
