#include "sim/coverage/path_engine.h"

#include <algorithm>
#include <cmath>

#include "propagation/units.h"
#include "sim/coverage/path_sampling.h"

namespace phusong::coverage {
namespace {

/// A receiver right under the antenna still needs a line to draw: a millimetre.
constexpr double kLeastLengthM = 1e-3;

}  // namespace

propagation::Zone zone_at(const gis::Terrain& terrain, gis::MapPoint point, propagation::Zone elsewhere) {
  const std::uint8_t zone = terrain.zone_at(point);
  return zone == 0 ? elsewhere : propagation::Zone{zone};
}

PathEngine::PathEngine(const gis::Terrain& terrain, const scenario::Options& options)
    : terrain_(terrain),
      options_(options.propagation),
      adds_clutter_(terrain.has_clutter() && options.terrain.elevation_kind == scenario::ElevationKind::kTerrain) {}

bool PathEngine::extract_profile(const PathEnds& ends, double length_m, PathGeometry& geometry) {
  if (!profile_.read(terrain_, ends.mast, ends.receiver, length_m)) return false;
  geometry.crosses_void = profile_.crosses_void;
  read_surface(ends);
  return true;
}

void PathEngine::read_surface(const PathEnds& ends) {
  const std::size_t count = profile_.ground_m.size();
  if (adds_clutter_) clutter_m_.resize(count);
  const bool is_inland = !terrain_.has_zones() && options_.zone == propagation::Zone::kInland;
  zone_.resize(is_inland ? 0 : count, options_.zone);  // no zones are inland everywhere
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
  const propagation::PathQuery query{.profile = last_profile(),
                                     .tx_height_m = ends.mast_height_m,
                                     .rx_height_m = ends.receiver_height_m,
                                     .latitude_deg = ends.latitude_deg};
  if (geometry.is_short) {
    geometry.departure_deg =
        propagation::degrees_from_radians(propagation::departure_angle_rad(query, options_.settings));
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
  geometry.departure_deg =
      propagation::degrees_from_radians(propagation::follow_path(query, options_.settings, frequencies_mhz, results_));
  for (std::size_t i = 0; i < results_.size(); ++i) {
    losses_db[i] = results_[i].loss_db;
    geometry.violations += results_[i].violations.size();
  }
}

}  // namespace phusong::coverage
