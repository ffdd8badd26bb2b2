#include "propagation/p526/knife_edge.h"

#include <cmath>

#include "propagation/units.h"

namespace phusong::propagation::p526 {

double knife_edge_loss_db(double nu) {
  if (nu <= -0.78) return 0.0;
  const double shifted = nu - 0.1;
  return 6.9 + db_from_amplitude_ratio(std::sqrt(shifted * shifted + 1.0) + shifted);  // Eq. (31)
}

double knife_edge_nu(double height_m, double distance_1_m, double distance_2_m, double wavelength_m) {
  return height_m * std::sqrt(2.0 / wavelength_m * (1.0 / distance_1_m + 1.0 / distance_2_m));  // Eq. (26)
}

}  // namespace phusong::propagation::p526
