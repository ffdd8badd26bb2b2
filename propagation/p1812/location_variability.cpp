#include "propagation/p1812/location_variability.h"

#include <algorithm>
#include <cmath>

namespace phusong::propagation::p1812 {
namespace {

double height_factor(std::optional<double> clutter_height_m, double rx_height_m) {
  if (!clutter_height_m) return 1.0;
  return std::clamp(1.0 - (rx_height_m - *clutter_height_m) / 10.0, 0.0, 1.0);  // u_h
}

}  // namespace

double sigma_location_db(double frequency_mhz, double cell_m, std::optional<double> clutter_height_m,
                         double rx_height_m) {
  const double sigma_db = (0.024 * frequency_mhz / 1000.0 + 0.52) * std::pow(cell_m, 0.28);  // (64)
  return sigma_db * height_factor(clutter_height_m, rx_height_m);
}

}  // namespace phusong::propagation::p1812
