#include "sim/analysis/why_not/why_not.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "propagation/free_space.h"
#include "propagation/p1812/radio_climate.h"
#include "propagation/p526/main_obstacle.h"
#include "sim/coverage/cell_levels.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/path_engine.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/transmitters.h"
#include "sim/coverage/verdict_rules.h"
#include "sim/network/link_budget.h"

namespace phusong::analysis {
namespace {

using coverage::SamplePoint;

/// The same scenario without clutter on its paths: what stands on the ground is then part of it.
scenario::Options without_clutter(scenario::Options options) {
  options.terrain.elevation_kind = scenario::ElevationKind::kSurface;
  return options;
}

/// Follows single paths. Holds scratch space: one object per thread.
class PathExplainer {
 public:
  PathExplainer(const scenario::Scenario& scenario, const gis::Terrain& terrain, const scenario::Options& bare)
      : scenario_(scenario),
        crs_(scenario.crs),
        quality_(terrain, scenario.options),
        correction_(terrain, scenario.options),
        engine_(terrain, scenario.options),
        bare_engine_(terrain, bare) {}

  void explain(const SamplePoint& point, const coverage::Shortfall& shortfall, WhyNot& result) {
    const network::Cell& cell = scenario_.network.cells[shortfall.cell];
    const coverage::PathEnds ends = ends_of(cell, point);
    const std::array frequencies_mhz = {cell.frequency_mhz};
    std::array<double, 1> loss_db{}, bare_loss_db{};
    coverage::PathGeometry geometry, bare_geometry;
    // Both ends have ground: the coverage run has followed this path.
    if (!bare_engine_.evaluate(ends, frequencies_mhz, bare_geometry, bare_loss_db) ||
        !engine_.evaluate(ends, frequencies_mhz, geometry, loss_db))
      return;
    const propagation::Profile profile = engine_.last_profile();
    const double slant_km =
        propagation::slant_distance_km(geometry.length_m / 1000.0, profile.ground_m.front() + ends.mast_height_m,
                                       profile.ground_m.back() + ends.receiver_height_m);
    const double free_space_db = propagation::free_space_loss_db(cell.frequency_mhz, std::max(slant_km, 1e-3));
    const double azimuth_deg = coverage::grid_azimuth_deg(ends.mast, ends.receiver);
    const double entry_db = coverage::building_entry_db(cell.frequency_mhz, scenario_.options.service);
    const double needed_dbm = quality_.covering_level_dbm(cell, point.position());
    const double needed_outdoors_dbm = outdoors_needed_dbm(cell, point);
    result.parts = {.free_space_margin_db = coverage::level_of(cell, 0.0, free_space_db,
                                                               correction_.total_db(cell, ends.mast, ends.receiver))
                                                .level_dbm -
                                            needed_outdoors_dbm,
                    .terrain_db = std::max(bare_loss_db[0] - free_space_db, 0.0),
                    .clutter_db = std::max(loss_db[0] - bare_loss_db[0], 0.0),
                    .indoor_db = entry_db + needed_dbm - needed_outdoors_dbm,
                    .pattern_db = cell.antenna.attenuation_db(azimuth_deg, geometry.departure_deg)};
    result.reason = reason_of(*result.parts);
    result.obstacle = obstacle_of(profile, ends);
  }

 private:
  const scenario::Scenario& scenario_;
  gis::WorkingCrs crs_;
  coverage::ServiceQuality quality_;
  coverage::LevelCorrection correction_;
  coverage::PathEngine engine_, bare_engine_;

  coverage::PathEnds ends_of(const network::Cell& cell, const SamplePoint& point) const {
    const network::Site& site = scenario_.network.sites[cell.site];
    return {.mast = site.position,
            .mast_height_m = cell.antenna_height_agl_m,
            .receiver = point.position(),
            .receiver_height_m = scenario_.options.propagation.receiver_height_m,
            .latitude_deg = 0.5 * (site.lon_lat.lat_deg + point.lat_deg)};
  }

  double outdoors_needed_dbm(const network::Cell& cell, const SamplePoint& point) const {
    scenario::ServiceOptions outdoors = scenario_.options.service;
    outdoors.indoor = false;
    outdoors.environment = scenario::Environment::kOutdoor;
    const double sigma_db = coverage::total_sigma_db(quality_.sigma_location_db(cell, point.position()), outdoors);
    return coverage::level_for_probability(outdoors.threshold_dbm[cell.technology], outdoors.location_probability,
                                           sigma_db);
  }

  std::optional<ObstacleOnPath> obstacle_of(const propagation::Profile& profile, const coverage::PathEnds& ends) const {
    const propagation::p526::Terminals terminals{.tx_height_m = profile.ground_m.front() + ends.mast_height_m,
                                                 .rx_height_m = profile.ground_m.back() + ends.receiver_height_m};
    const double earth_radius_km =
        propagation::p1812::median_effective_earth_radius_km(scenario_.options.propagation.settings.delta_n);
    const auto most = propagation::p526::main_obstacle(profile, terminals, earth_radius_km);
    if (!most) return std::nullopt;
    const gis::ProfileStep step(ends.mast, ends.receiver, profile.size() - 1);
    return ObstacleOnPath{.lon_lat = crs_.to_lon_lat(step.point(most->point)),
                          .over_ray_m = most->over_ray_m,
                          .distance_km = profile.distance_km[most->point]};
  }
};

/// The sample points of a coverage run by hamlet.
class PointsOfHamlets {
 public:
  explicit PointsOfHamlets(const coverage::CoverageResult& coverage) : points_(coverage.points) {}

  const SamplePoint& at(std::size_t hamlet, int point) const {
    return *std::ranges::lower_bound(points_, std::pair(hamlet, point), {},
                                     [](const SamplePoint& at) { return std::pair(at.hamlet, at.point); });
  }

 private:
  const std::vector<SamplePoint>& points_;
};

WhyNot without_path(std::size_t hamlet, const coverage::HamletVerdict& verdict) {
  const bool is_known = verdict.status != coverage::Status::kUnknown;
  return {.hamlet = hamlet,
          .reason = is_known ? Reason::kNoCellInRange : Reason::kTerrainUnknown,
          .shortfall = verdict.shortfall,
          .parts = std::nullopt,
          .obstacle = std::nullopt};
}

}  // namespace

std::string_view name_of(Reason reason) {
  switch (reason) {
    case Reason::kTerrainUnknown:
      return "terrain_unknown";
    case Reason::kNoCellInRange:
      return "no_cell_in_range";
    case Reason::kDistance:
      return "distance";
    case Reason::kObstacle:
      return "obstacle";
    case Reason::kClutter:
      return "clutter";
    case Reason::kIndoor:
      return "indoor";
    case Reason::kPower:
      return "power";
  }
  return "";
}

Reason reason_of(const LossParts& parts) {
  if (parts.free_space_margin_db < 0.0) return Reason::kDistance;
  const std::array<std::pair<double, Reason>, 4> losses = {{{parts.terrain_db, Reason::kObstacle},
                                                            {parts.clutter_db, Reason::kClutter},
                                                            {parts.indoor_db, Reason::kIndoor},
                                                            {parts.pattern_db, Reason::kPower}}};
  return std::ranges::max_element(losses, {}, &std::pair<double, Reason>::first)->second;
}

std::vector<WhyNot> explain_hamlets(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                    const coverage::CoverageResult& coverage, std::size_t column,
                                    progress::Progress& progress) {
  std::vector<WhyNot> result;
  const std::vector<coverage::HamletVerdict>& verdicts = coverage.verdicts[column];
  for (std::size_t hamlet = 0; hamlet < verdicts.size(); ++hamlet) {
    if (verdicts[hamlet].status != coverage::Status::kCovered) result.push_back(without_path(hamlet, verdicts[hamlet]));
  }
  const scenario::Options bare = without_clutter(scenario.options);
  const PointsOfHamlets points(coverage);
  tbb::enumerable_thread_specific<PathExplainer> explainers([&] { return PathExplainer(scenario, terrain, bare); });
  progress.begin("reasons", result.size());
  tbb::parallel_for(std::size_t{0}, result.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    WhyNot& of = result[i];
    if (of.shortfall) explainers.local().explain(points.at(of.hamlet, of.shortfall->point), *of.shortfall, of);
    progress.advance(1);
  });
  return result;
}

}  // namespace phusong::analysis
