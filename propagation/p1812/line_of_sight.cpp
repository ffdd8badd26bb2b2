#include "propagation/p1812/line_of_sight.h"

#include <cmath>

#include "propagation/free_space.h"

namespace phusong::propagation::p1812 {

LineOfSight line_of_sight(const Geometry& geometry, double frequency_mhz, double time_percent) {
  const double focusing = 2.6 * (1.0 - std::exp(-0.1 * (geometry.horizons.dlt_km + geometry.horizons.dlr_km)));
  const double esp_db = focusing * std::log10(time_percent / 50.0);         // (9a)
  const double esb_db = focusing * std::log10(geometry.b0_percent / 50.0);  // (9b)
  LineOfSight result;
  result.lbfs_db = free_space_loss_db(frequency_mhz, geometry.slant_km);  // (8)
  result.lb0p_db = result.lbfs_db + esp_db;                               // (10)
  result.lb0b_db = result.lbfs_db + esb_db;                               // (11)
  return result;
}

}  // namespace phusong::propagation::p1812
