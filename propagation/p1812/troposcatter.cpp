#include "propagation/p1812/troposcatter.h"

#include <cmath>

#include "propagation/units.h"

namespace phusong::propagation::p1812 {

double troposcatter_variability_db(double time_percent) {
  return -10.125 * std::pow(std::log10(50.0 / time_percent), 0.7);  // (44)
}

double troposcatter_loss_db(const Geometry& geometry, double frequency_mhz, double variability_db) {
  const double f_ghz = frequency_mhz / 1000.0;
  const double log_half_f = std::log10(f_ghz / 2.0);
  const double lf_db = 25.0 * std::log10(f_ghz) - 2.5 * log_half_f * log_half_f;  // (45)
  return 190.1 + lf_db + db_from_amplitude_ratio(geometry.distance_km) + 0.573 * geometry.horizons.theta_mrad -
         0.15 * geometry.n0 + variability_db;  // (44)
}

}  // namespace phusong::propagation::p1812
