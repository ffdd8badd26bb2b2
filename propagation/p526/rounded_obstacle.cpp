#include "propagation/p526/rounded_obstacle.h"

#include <cmath>
#include <numbers>

#include "propagation/constants.h"
#include "propagation/p526/knife_edge.h"
#include "propagation/units.h"

namespace phusong::propagation::p526 {
namespace {

double curvature_loss_db(double m, double n) {
  const double common_db = 7.2 * std::sqrt(m) + 3.6 * std::pow(m, 1.5) - 0.8 * m * m;
  if (m * n <= 4.0) return common_db - (2.0 - 12.5 * n) * m;                       // Eq. (36a)
  return common_db - 6.0 - db_from_amplitude_ratio(m * n) - (2.0 - 17.0 * n) * m;  // Eq. (36b)
}

}  // namespace

RoundedObstacleLoss rounded_obstacle_loss(const RoundedObstacle& obstacle, double frequency_mhz) {
  const double wavelength_m = vacuum_wavelength_m(frequency_mhz);
  RoundedObstacleLoss loss;
  loss.nu = knife_edge_nu(obstacle.height_m, obstacle.distance_1_m, obstacle.distance_2_m, wavelength_m);
  loss.knife_edge_db = knife_edge_loss_db(loss.nu);
  if (obstacle.radius_m > 0.0) {
    const double scale = std::cbrt(std::numbers::pi * obstacle.radius_m / wavelength_m);
    const double inverse_distance = 1.0 / obstacle.distance_1_m + 1.0 / obstacle.distance_2_m;
    loss.m = obstacle.radius_m * inverse_distance / scale;           // Eq. (34)
    loss.n = obstacle.height_m * scale * scale / obstacle.radius_m;  // Eq. (35)
    loss.curvature_db = curvature_loss_db(loss.m, loss.n);
  }
  loss.total_db = loss.knife_edge_db + loss.curvature_db;  // Eq. (32)
  return loss;
}

}  // namespace phusong::propagation::p526
