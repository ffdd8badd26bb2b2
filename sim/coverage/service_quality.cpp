#include "sim/coverage/service_quality.h"

#include <cmath>
#include <optional>

#include "propagation/p1812/location_variability.h"
#include "sim/coverage/path_engine.h"
#include "sim/coverage/verdict_rules.h"

namespace phusong::coverage {

double ServiceQuality::sigma_location_db(const network::Cell& cell, gis::MapPoint receiver) const {
  if (zone_at(terrain_, receiver, options_.propagation.zone) == propagation::Zone::kSea) return 0.0;
  if (options_.propagation.corrections.location_sigma_db) return *options_.propagation.corrections.location_sigma_db;
  const double height_m = terrain_.clutter_at(receiver);
  const std::optional<double> clutter_m = std::isnan(height_m) ? std::nullopt : std::optional(height_m);
  return propagation::p1812::sigma_location_db(cell.frequency_mhz, options_.service.location_variability_cell_m,
                                               clutter_m, options_.propagation.receiver_height_m);
}

double ServiceQuality::sigma_db(const network::Cell& cell, gis::MapPoint receiver) const {
  return total_sigma_db(sigma_location_db(cell, receiver), options_.service);
}

double ServiceQuality::covering_level_dbm(const network::Cell& cell, gis::MapPoint receiver) const {
  return level_for_probability(options_.service.threshold_dbm[cell.technology], options_.service.location_probability,
                               sigma_db(cell, receiver));
}

double ServiceQuality::probability(const network::Cell& cell, gis::MapPoint receiver, double level_dbm) const {
  return probability_above(level_dbm, options_.service.threshold_dbm[cell.technology], sigma_db(cell, receiver));
}

}  // namespace phusong::coverage
