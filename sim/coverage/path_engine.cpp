#include "sim/coverage/path_engine.h"

#include <algorithm>
#include <cmath>

#include "propagation/units.h"
#include "sim/coverage/path_sampling.h"

namespace phusong::coverage {
namespace {

/// A receiver right under the antenna still needs a line to draw: a millimetre.
constexpr double kLeastLengthM = 1e-3;

/// Fills runs of NaN by the straight line between their neighbours; both ends are known. Says whether there were any.
bool bridge_voids(std::span<double> ground_m) {
  bool found = false;
  std::size_t last_known = 0;
  for (std::size_t i = 1; i < ground_m.size(); ++i) {
    if (std::isnan(ground_m[i])) continue;
    const double gap = static_cast<double>(i - last_known);
    for (std::size_t k = last_known + 1; k < i; ++k) {
      const double t = static_cast<double>(k - last_known) / gap;
      ground_m[k] = ground_m[last_known] + t * (ground_m[i] - ground_m[last_known]);
      found = true;
    }
    last_known = i;
  }
  return found;
}

}  // namespace

propagation::Zone zone_at(const gis::Terrain& terrain, gis::MapPoint point, propagation::Zone elsewhere) {
  const std::uint8_t zone = terrain.zone_at(point);
  return zone == 0 ? elsewhere : propagation::Zone{zone};
}

PathEngine::PathEngine(const gis::Terrain& terrain, const scenario::Options& options)
    : terrain_(terrain),
      options_(options.propagation),
      adds_clutter_(terrain.has_clutter() && options.terrain.elevation_kind == "dtm") {}

bool PathEngine::fill_end(std::size_t sample, gis::MapPoint point) {
  const auto ground_m = terrain_.height_near(point);
  if (ground_m) ground_m_[sample] = *ground_m;
  return ground_m.has_value();
}

bool PathEngine::extract_profile(const PathEnds& ends, double length_m, PathGeometry& geometry) {
  const std::size_t intervals = interval_count(length_m, terrain_.grid().cell_size_m);
  const double count = static_cast<double>(intervals);
  ground_m_.resize(intervals + 1);
  distance_km_.resize(intervals + 1);
  terrain_.heights_along(ends.mast, ends.receiver, ground_m_);
  const bool end_is_void = std::isnan(ground_m_.front()) || std::isnan(ground_m_.back());
  if (end_is_void && !(fill_end(0, ends.mast) && fill_end(intervals, ends.receiver))) return false;
  geometry.crosses_void = bridge_voids(ground_m_) || end_is_void;
  for (std::size_t i = 0; i <= intervals; ++i) {
    distance_km_[i] = length_m * static_cast<double>(i) / count / 1000.0;
  }
  read_surface(ends);
  return true;
}

void PathEngine::read_surface(const PathEnds& ends) {
  const std::size_t count = ground_m_.size();
  if (adds_clutter_) clutter_m_.resize(count);
  zone_.resize(count, options_.zone);
  if (!adds_clutter_ && !terrain_.has_zones()) return;
  const gis::ProfileStep step(ends.mast, ends.receiver, count - 1);
  for (std::size_t i = 0; i < count; ++i) {
    const gis::MapPoint point = step.point(i);
    if (terrain_.has_zones()) zone_[i] = zone_at(terrain_, point, options_.zone);
    if (!adds_clutter_) continue;
    const double clutter_m = terrain_.clutter_at(point);
    clutter_m_[i] = std::isnan(clutter_m) ? 0.0 : clutter_m;
  }
}

bool PathEngine::evaluate(const PathEnds& ends, std::span<const double> frequencies_mhz, PathGeometry& geometry,
                          std::span<double> losses_db) {
  const double dx_m = ends.receiver.x_m - ends.mast.x_m;
  const double dy_m = ends.receiver.y_m - ends.mast.y_m;
  const double length_m = std::max(std::hypot(dx_m, dy_m), kLeastLengthM);
  if (!extract_profile(ends, length_m, geometry)) return false;
  geometry.length_m = length_m;
  geometry.is_short = length_m < kShortPathM;
  const propagation::PathQuery query{
      .profile = {.distance_km = distance_km_, .ground_m = ground_m_, .clutter_m = clutter_m_, .zone = zone_},
      .tx_height_m = ends.mast_height_m,
      .rx_height_m = ends.receiver_height_m,
      .latitude_deg = ends.latitude_deg};
  geometry.departure_deg =
      propagation::degrees_from_radians(propagation::departure_angle_rad(query, options_.settings));
  if (geometry.is_short) {
    for (std::size_t i = 0; i < frequencies_mhz.size(); ++i) {
      losses_db[i] = propagation::short_path_loss_db(query, options_.settings, frequencies_mhz[i]);
    }
  } else {
    evaluate_model(query, frequencies_mhz, geometry, losses_db);
  }
  return true;
}

void PathEngine::evaluate_model(const propagation::PathQuery& query, std::span<const double> frequencies_mhz,
                                PathGeometry& geometry, std::span<double> losses_db) {
  results_.resize(frequencies_mhz.size());
  propagation::path_losses(query, options_.settings, frequencies_mhz, results_);
  for (std::size_t i = 0; i < results_.size(); ++i) {
    losses_db[i] = results_[i].loss_db;
    geometry.violations += results_[i].violations.size();
  }
}

}  // namespace phusong::coverage
