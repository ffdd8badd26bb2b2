#include "propagation/p1812/line_of_sight.h"

#include <cmath>

#include "propagation/free_space.h"

namespace phusong::propagation::p1812 {

Focusing focusing_gains(const Geometry& geometry, double time_percent) {
  const double most_db = 2.6 * (1.0 - std::exp(-0.1 * (geometry.horizons.dlt_km + geometry.horizons.dlr_km)));
  return {.esp_db = most_db * std::log10(time_percent / 50.0),          // (9a)
          .esb_db = most_db * std::log10(geometry.b0_percent / 50.0)};  // (9b)
}

LineOfSight line_of_sight(const Geometry& geometry, double frequency_mhz, const Focusing& focusing) {
  LineOfSight result;
  result.lbfs_db = free_space_loss_db(frequency_mhz, geometry.slant_km);  // (8)
  result.lb0p_db = result.lbfs_db + focusing.esp_db;                      // (10)
  result.lb0b_db = result.lbfs_db + focusing.esb_db;                      // (11)
  return result;
}

}  // namespace phusong::propagation::p1812
