#include "sim/coverage/hamlet_accumulator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>

#include "propagation/units.h"
#include "sim/coverage/cell_levels.h"
#include "sim/coverage/hamlet_verdict.h"

namespace phusong::coverage {
namespace {

constexpr double kKeptBelowThresholdDb = 20.0;
constexpr double kNotYet = std::numeric_limits<double>::quiet_NaN();

}  // namespace

HamletAccumulator::HamletAccumulator(const HamletContext& context, std::vector<SamplePoint> points,
                                     std::size_t first_point)
    : context_(&context), first_point_(first_point), best_(points.size(), context.operators.names.size()) {
  outcome_.points = std::move(points);
  if (context.interference != nullptr) interference_mw_.assign(context.interference->count(), 0.0);
}

void HamletAccumulator::add(const Transmitter& transmitter, const PointLosses& losses) {
  const auto first = std::ranges::lower_bound(losses.paths, first_point_, {}, &PointPath::point);
  const std::size_t end_point = first_point_ + outcome_.points.size();
  std::vector<double> attenuations_db;
  for (auto path = first; path != losses.paths.end() && path->point < end_point; ++path) {
    count(*path);
    const std::size_t point = path->point - first_point_;
    const SamplePoint& at = outcome_.points[point];
    const double distance_m = gis::distance_m(at.position(), transmitter.position);
    const double path_correction_db = context_->correction.of_path_db(at.position(), distance_m);
    std::optional<double> azimuth_deg;
    const auto losses_db = losses.loss_db_of(static_cast<std::size_t>(path - losses.paths.begin()));
    attenuations_db.assign(transmitter.cells.size(), kNotYet);
    for (const TransmitterCell& cell : transmitter.cells) {
      if (distance_m > cell.max_range_m) continue;
      const network::Cell& of = context_->scenario.network.cells[cell.cell];
      const CellLoss loss{.loss_db = losses_db[cell.carrier] + cell.building_entry_db,
                          .correction_db = path_correction_db + context_->correction.of_cell_db(of)};
      if (!context_->keep_levels && !is_interfered(point) && !may_matter(point, cell, *path, loss)) continue;
      double& attenuation_db = attenuations_db[cell.antenna];  // sectors of several technologies share their antenna
      if (std::isnan(attenuation_db)) {
        if (!azimuth_deg) azimuth_deg = grid_azimuth_deg(transmitter.position, at.position());
        attenuation_db = of.antenna.attenuation_db(*azimuth_deg, path->departure_deg);
      }
      offer(point, cell, *path, attenuation_db, loss);
    }
  }
}

void HamletAccumulator::count(const PointPath& path) {
  ++outcome_.counts.paths;
  outcome_.counts.short_paths += path.is_short ? 1 : 0;
  outcome_.counts.gap_paths += path.crosses_void ? 1 : 0;
  outcome_.counts.model_violations += path.violations;
}

bool HamletAccumulator::may_matter(std::size_t point, const TransmitterCell& from, const PointPath& path,
                                   CellLoss loss) const {
  constexpr double kMainLobeDb = 0.0;
  const network::Cell& cell = context_->scenario.network.cells[from.cell];
  const double most_dbm = level_of(cell, kMainLobeDb, loss.loss_db, loss.correction_db).level_dbm;
  return is_signal(cell, most_dbm) ||
         std::ranges::any_of(context_->operators.columns_of_site[cell.site], [&](std::size_t column) {
           const PointBest& best = best_.at(point, column, cell.technology);
           return most_dbm >= best.any_path.level_dbm || (!path.crosses_void && most_dbm >= best.clear_path.level_dbm);
         });
}

void HamletAccumulator::offer(std::size_t point, const TransmitterCell& from, const PointPath& path,
                              double attenuation_db, CellLoss loss) {
  const auto& cells = context_->scenario.network.cells;
  const network::Cell& cell = cells[from.cell];
  const SamplePoint& at = outcome_.points[point];
  const CellLevel level = level_of(cell, attenuation_db, loss.loss_db, loss.correction_db);
  for (std::size_t column : context_->operators.columns_of_site[cell.site]) {
    PointBest& best = best_.at(point, column, cell.technology);
    best.any_path.offer(level.level_dbm, from.cell, cells);
    if (!path.crosses_void) best.clear_path.offer(level.level_dbm, from.cell, cells);
  }
  if (is_interfered(point)) {
    interference_mw_[context_->interference->group_of(from.cell)] +=
        context_->interference->factor(from.cell) * propagation::power_ratio_from_db(level.level_dbm);
  }
  if (is_signal(cell, level.level_dbm)) {
    outcome_.signals.push_back({.point = static_cast<std::uint32_t>(first_point_ + point),
                                .cell = static_cast<std::uint32_t>(from.cell),
                                .level_dbm = level.level_dbm});
  }
  const double threshold_dbm = context_->scenario.options.service.threshold_dbm[cell.technology];
  if (!context_->keep_levels || level.level_dbm < threshold_dbm - kKeptBelowThresholdDb) return;
  outcome_.levels.push_back({.hamlet = at.hamlet,
                             .point = at.point,
                             .cell = from.cell,
                             .loss_db = loss.loss_db,
                             .departure_deg = path.departure_deg,
                             .pattern_db = level.pattern_db,
                             .correction_db = loss.correction_db,
                             .level_dbm = level.level_dbm,
                             .sigma_l_db = context_->quality.sigma_location_db(cell, at.position())});
}

void HamletAccumulator::add_quality(HamletVerdict& verdict) const {
  if (context_->interference == nullptr) return;
  for (const network::Technology technology : context_->technologies) {
    TechnologyVerdict& of = verdict.by_technology[technology];
    if (!of.best_cell) continue;
    of.sinr_db = context_->interference->sinr_db(*of.best_cell, propagation::power_ratio_from_db(*of.level_dbm),
                                                 [&](std::size_t group) { return interference_mw_[group]; });
    of.throughput_mbps = context_->interference->throughput_mbps(*of.best_cell, *of.sinr_db);
  }
}

HamletOutcome HamletAccumulator::finish() {
  outcome_.signals.shrink_to_fit();
  std::ranges::stable_sort(outcome_.signals, {}, &PointSignal::point);
  const auto& cells = context_->scenario.network.cells;
  std::ranges::sort(outcome_.levels, [&](const PointLevel& a, const PointLevel& b) {
    return std::tie(a.point, cells[a.cell].cell_id) < std::tie(b.point, cells[b.cell].cell_id);
  });
  const HamletEvidence evidence{.points = outcome_.points,
                                .best = best_,
                                .network = context_->scenario.network,
                                .technologies = context_->technologies,
                                .quality = context_->quality,
                                .options = context_->scenario.options};
  const CoverageCounts& counts = outcome_.counts;
  const double gap =
      counts.paths == 0 ? 0.0 : static_cast<double>(counts.gap_paths) / static_cast<double>(counts.paths);
  for (std::size_t column = 0; column < context_->operators.names.size(); ++column) {
    outcome_.verdicts.push_back(hamlet_verdict(evidence, column));
    outcome_.verdicts.back().terrain_gap = gap;
    add_quality(outcome_.verdicts.back());
    outcome_.service.push_back(service_of_points(evidence, column));
  }
  return std::move(outcome_);
}

}  // namespace phusong::coverage
