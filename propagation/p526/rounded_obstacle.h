#pragma once

namespace phusong::propagation::p526 {

/// An isolated obstacle with a round top, P.526 section 4.2.
struct RoundedObstacle {
  double height_m = 0.0;  ///< of the top above the straight line between the terminals
  double distance_1_m = 0.0;
  double distance_2_m = 0.0;
  double radius_m = 0.0;  ///< of curvature; 0 makes it a knife edge
};

struct RoundedObstacleLoss {
  double nu = 0.0;
  double knife_edge_db = 0.0;  ///< J(ν)
  double m = 0.0;
  double n = 0.0;
  double curvature_db = 0.0;  ///< T(m, n)
  double total_db = 0.0;      ///< A = J(ν) + T(m, n), Eq. (32)
};

RoundedObstacleLoss rounded_obstacle_loss(const RoundedObstacle& obstacle, double frequency_mhz);

}  // namespace phusong::propagation::p526
