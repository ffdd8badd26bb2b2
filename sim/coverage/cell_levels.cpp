#include "sim/coverage/cell_levels.h"

#include <cmath>

#include "propagation/units.h"
#include "sim/network/link_budget.h"

namespace phusong::coverage {

double grid_azimuth_deg(gis::MapPoint from, gis::MapPoint to) {
  const double angle_deg = propagation::degrees_from_radians(std::atan2(to.x_m - from.x_m, to.y_m - from.y_m));
  return angle_deg < 0.0 ? angle_deg + 360.0 : angle_deg;
}

CellLevel level_of(const network::Cell& cell, double attenuation_db, double loss_db, double correction_db) {
  return {.pattern_db = -attenuation_db,
          .level_dbm = network::level_dbm({.eirp_dbm = cell.eirp_dbm,
                                           .pattern_db = attenuation_db,
                                           .reference_power_offset_db = cell.reference_power_offset_db,
                                           .loss_db = loss_db,
                                           .correction_db = correction_db})};
}

}  // namespace phusong::coverage
