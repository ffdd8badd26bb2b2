#include "sim/coverage/level_correction.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace phusong::coverage {

LevelCorrection::LevelCorrection(const gis::Terrain& terrain, const scenario::Options& options)
    : terrain_(terrain),
      corrections_(options.propagation.corrections),
      depends_on_path_(corrections_.distance.has_value() || !corrections_.clutter_db.empty()) {}

double LevelCorrection::of_cell_db(const network::Cell& cell) const {
  double sum_db = corrections_.technology_db[cell.technology];
  if (corrections_.cell_db.empty()) return sum_db;
  const auto own = corrections_.cell_db.find(cell.cell_id);
  if (own != corrections_.cell_db.end()) sum_db += own->second;
  return sum_db;
}

double LevelCorrection::of_path_db(gis::MapPoint receiver, double distance_m) const {
  double sum_db = 0.0;
  if (corrections_.distance) {
    const scenario::DistanceSlope& slope = *corrections_.distance;
    const double distance_km = std::clamp(distance_m / 1000.0, slope.min_km, slope.max_km);
    sum_db += slope.slope_db_per_decade * std::log10(distance_km / slope.reference_km);
  }
  if (!corrections_.clutter_db.empty()) {
    const std::optional<int> clutter_class = terrain_.clutter_class_at(receiver);
    const auto own = clutter_class ? corrections_.clutter_db.find(*clutter_class) : corrections_.clutter_db.end();
    if (own != corrections_.clutter_db.end()) sum_db += own->second;
  }
  return sum_db;
}

double LevelCorrection::total_db(const network::Cell& cell, gis::MapPoint mast, gis::MapPoint receiver) const {
  const double cell_db = of_cell_db(cell);
  return depends_on_path_ ? cell_db + of_path_db(receiver, gis::distance_m(mast, receiver)) : cell_db;
}

}  // namespace phusong::coverage
