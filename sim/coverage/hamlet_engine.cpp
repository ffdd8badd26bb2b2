#include "sim/coverage/hamlet_engine.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "sim/coverage/best_cells.h"
#include "sim/coverage/cell_levels.h"
#include "sim/coverage/hamlet_points.h"
#include "sim/coverage/hamlet_verdict.h"

namespace phusong::coverage {
namespace {

constexpr double kKeptBelowThresholdDb = 20.0;

/// Follows the paths to one hamlet's points and keeps what they bring.
class HamletPaths {
 public:
  HamletPaths(const HamletContext& context, PathEngine& paths, const ServiceQuality& quality, HamletOutcome& outcome)
      : context_(context),
        paths_(paths),
        quality_(quality),
        outcome_(outcome),
        best_(outcome.points.size(), context.operators.names.size()) {}

  const BestCells& best() const { return best_; }

  void follow_all() {
    for (std::size_t point = 0; point < outcome_.points.size(); ++point) {
      for (const Transmitter& transmitter : context_.transmitters)
        follow(point, transmitter);
    }
    const auto& cells = context_.scenario.network.cells;
    std::ranges::sort(outcome_.levels, [&](const PointLevel& a, const PointLevel& b) {
      return std::tie(a.point, cells[a.cell].cell_id) < std::tie(b.point, cells[b.cell].cell_id);
    });
  }

 private:
  void follow(std::size_t point, const Transmitter& transmitter) {
    const SamplePoint& at = outcome_.points[point];
    const double distance_m = std::hypot(at.x_m - transmitter.position.x_m, at.y_m - transmitter.position.y_m);
    const auto frequencies_mhz = transmitter.frequencies_within(distance_m);
    if (frequencies_mhz.empty()) return;
    losses_db_.resize(frequencies_mhz.size());
    const PathEnds ends{.mast = transmitter.position,
                        .mast_height_m = transmitter.antenna_height_agl_m,
                        .receiver = {at.x_m, at.y_m},
                        .receiver_height_m = context_.scenario.options.propagation.receiver_height_m,
                        .latitude_deg = 0.5 * (transmitter.latitude_deg + at.lat_deg)};
    PathGeometry geometry;
    if (!paths_.evaluate(ends, frequencies_mhz, geometry, losses_db_)) return;
    count(geometry);
    for (const TransmitterCell& cell : transmitter.cells) {
      if (distance_m <= cell.max_range_m) offer(point, transmitter, cell, geometry);
    }
  }

  void count(const PathGeometry& geometry) {
    ++outcome_.counts.paths;
    outcome_.counts.short_paths += geometry.is_short ? 1 : 0;
    outcome_.counts.gap_paths += geometry.crosses_void ? 1 : 0;
    outcome_.counts.model_violations += geometry.violations;
  }

  void offer(std::size_t point, const Transmitter& transmitter, const TransmitterCell& from,
             const PathGeometry& geometry) {
    const auto& cells = context_.scenario.network.cells;
    const network::Cell& cell = cells[from.cell];
    const SamplePoint& at = outcome_.points[point];
    const double azimuth_deg = grid_azimuth_deg(transmitter.position, {at.x_m, at.y_m});
    const double loss_db = losses_db_[from.carrier] + from.building_entry_db;
    const CellLevel level = level_of(cell, azimuth_deg, geometry.departure_deg, loss_db);
    for (std::size_t column : context_.operators.columns_of_site[cell.site]) {
      PointBest& best = best_.at(point, column, cell.technology);
      best.any_path.offer(level.level_dbm, from.cell, cells);
      if (!geometry.crosses_void) best.clear_path.offer(level.level_dbm, from.cell, cells);
    }
    const double threshold_dbm = context_.scenario.options.service.threshold_dbm[cell.technology];
    if (!context_.keep_levels || level.level_dbm < threshold_dbm - kKeptBelowThresholdDb) return;
    outcome_.levels.push_back({.hamlet = at.hamlet,
                               .point = at.point,
                               .cell = from.cell,
                               .loss_db = loss_db,
                               .departure_deg = geometry.departure_deg,
                               .pattern_db = level.pattern_db,
                               .level_dbm = level.level_dbm,
                               .sigma_l_db = quality_.sigma_location_db(cell, {at.x_m, at.y_m})});
  }

  const HamletContext& context_;
  PathEngine& paths_;
  const ServiceQuality& quality_;
  HamletOutcome& outcome_;
  BestCells best_;
  std::vector<double> losses_db_;
};

}  // namespace

HamletEngine::HamletEngine(const HamletContext& context)
    : context_(context),
      crs_(context.scenario.crs),
      paths_(context.terrain, context.scenario.options),
      quality_(context.terrain, context.scenario.options) {}

HamletOutcome HamletEngine::evaluate(std::size_t hamlet_index) {
  const scenario::Scenario& scenario = context_.scenario;
  HamletOutcome outcome;
  outcome.points = sample_points(scenario.network.hamlets[hamlet_index], hamlet_index, context_.terrain, crs_);
  HamletPaths paths(context_, paths_, quality_, outcome);
  paths.follow_all();
  const HamletEvidence evidence{.points = outcome.points,
                                .best = paths.best(),
                                .network = scenario.network,
                                .technologies = context_.technologies,
                                .quality = quality_,
                                .options = scenario.options};
  const CoverageCounts& counts = outcome.counts;
  const double gap =
      counts.paths == 0 ? 0.0 : static_cast<double>(counts.gap_paths) / static_cast<double>(counts.paths);
  for (std::size_t column = 0; column < context_.operators.names.size(); ++column) {
    outcome.verdicts.push_back(hamlet_verdict(evidence, column));
    outcome.verdicts.back().terrain_gap = gap;
  }
  return outcome;
}

}  // namespace phusong::coverage
