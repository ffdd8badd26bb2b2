#include "propagation/free_space.h"

#include <cmath>

#include "propagation/units.h"

namespace phusong::propagation {

double free_space_loss_db(double frequency_mhz, double distance_km) {
  return 92.4 + db_from_amplitude_ratio(frequency_mhz / 1000.0 * distance_km);  // P.1812 Eq. (8)
}

double slant_distance_km(double distance_km, double tx_height_amsl_m, double rx_height_amsl_m) {
  const double rise_km = (tx_height_amsl_m - rx_height_amsl_m) / 1000.0;
  return std::sqrt(distance_km * distance_km + rise_km * rise_km);  // P.1812 Eq. (8a)
}

}  // namespace phusong::propagation
