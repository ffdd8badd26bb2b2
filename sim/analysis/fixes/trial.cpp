#include "sim/analysis/fixes/trial.h"

#include <algorithm>
#include <set>

#include "sim/coverage/cell_levels.h"
#include "sim/coverage/coverage.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/service_quality.h"
#include "sim/progress/silent_progress.h"

namespace phusong::analysis {
namespace {

using coverage::Status;
using network::Technology;

/// The network around one hamlet: every site, and the cells from which a path leads to any of its points.
network::Network network_around(const FixContext& context, std::size_t hamlet, const NetworkChange& change) {
  const network::Network& all = context.scenario.network;
  const auto& max_range_km = context.scenario.options.propagation.max_range_km;
  network::Network around{.sites = all.sites,
                          .cells = {},
                          .hamlets = {all.hamlets[hamlet]},
                          .hamlet_columns = {},
                          .operators = all.operators,
                          .site_tables = {},
                          .hamlet_table = {},
                          .include_planned = all.include_planned};
  around.sites.insert(around.sites.end(), change.new_sites.begin(), change.new_sites.end());
  const auto [first, end] = context.verdicts.points_of(hamlet);
  const auto points = std::span(context.coverage.points).subspan(first, end - first);
  const auto add = [&](const network::Cell& cell) {
    const double range_m = 1000.0 * max_range_km[cell.technology];
    const bool is_near = std::ranges::any_of(points, [&](const coverage::SamplePoint& point) {
      return gis::distance_m(point.position(), around.sites[cell.site].position) <= range_m;
    });
    if (is_near) around.cells.push_back(cell);
  };
  for (std::size_t i = 0; i < all.cells.size(); ++i)
    add(change.changed_cell == i ? change.cell : all.cells[i]);
  for (const network::Cell& cell : change.new_cells)
    add(cell);
  std::set<std::string> operators(around.operators.begin(), around.operators.end());
  for (const network::Site& site : change.new_sites)
    operators.insert(site.operator_name);
  around.operators.assign(operators.begin(), operators.end());
  return around;
}

}  // namespace

FixOutcome outcome_with(const FixContext& context, std::size_t hamlet, const NetworkChange& change,
                        progress::Progress& progress) {
  scenario::Scenario around{.folder = {},
                            .options = context.scenario.options,
                            .crs = context.scenario.crs,
                            .terrain_source = {},
                            .network = network_around(context, hamlet, change),
                            .plan_tables = {},
                            .inputs = {},
                            .notes = {},
                            .given_keys = {}};
  // Other technologies than the target's have no part in the status.
  around.options.coverage.technologies = around.options.plan.target.technologies;
  progress::SilentProgress silent(progress);
  const coverage::CoverageResult result = coverage::compute_coverage(around, context.terrain, {}, silent);
  const coverage::HamletVerdict& verdict = result.verdicts.back().front();
  FixOutcome outcome{.level_dbm = std::nullopt, .share = verdict.share, .status = verdict.status};
  for (const Technology technology : around.options.plan.target.technologies) {
    const coverage::TechnologyVerdict& of = verdict.by_technology[technology];
    if (!of.level_dbm || (outcome.level_dbm && of.probability <= outcome.probability)) continue;
    outcome.level_dbm = of.level_dbm;
    outcome.probability = of.probability;
  }
  return outcome;
}

std::optional<NewSignal> signal_of(const FixContext& context, const CellPath& path, const network::Cell& cell) {
  const scenario::Options& options = context.scenario.options;
  const gis::MapPoint at = context.coverage.points[path.point].position();
  if (gis::distance_m(at, path.transmitter.position) > path.from.max_range_m) return std::nullopt;
  const double least_dbm = coverage::least_covering_level_dbm(cell.technology, options.service);
  const double loss_db = path.path_loss_db + path.from.building_entry_db;
  const double correction_db =
      coverage::LevelCorrection(context.terrain, options).total_db(cell, path.transmitter.position, at);
  const double most_dbm = coverage::level_of(cell, 0.0, loss_db, correction_db).level_dbm;  // in the main lobe
  if (most_dbm < least_dbm) return std::nullopt;
  const double azimuth_deg = coverage::grid_azimuth_deg(path.transmitter.position, at);
  const double attenuation_db = cell.antenna.attenuation_db(azimuth_deg, path.departure_deg);
  const double level_dbm = coverage::level_of(cell, attenuation_db, loss_db, correction_db).level_dbm;
  if (level_dbm < least_dbm) return std::nullopt;
  const coverage::ServiceQuality quality(context.terrain, options);
  return NewSignal{.point = path.point,
                   .cell = &cell,
                   .level_dbm = level_dbm,
                   .covers = quality.probability(cell, at, level_dbm) >= options.service.location_probability};
}

std::vector<std::size_t> hamlets_lost_by(const FixContext& context, std::optional<std::size_t> changed_cell,
                                         std::span<const NewSignal> more) {
  std::set<std::size_t> touched;
  for (const NewSignal& signal : more)
    touched.insert(context.coverage.points[signal.point].hamlet);
  if (changed_cell) {
    for (const std::size_t hamlet : context.hearing.of_cell(*changed_cell))
      touched.insert(hamlet);
  }
  const auto is_on = [&](std::size_t cell) { return cell != changed_cell; };
  std::vector<std::size_t> lost;
  for (const std::size_t hamlet : touched) {
    const Status after = context.verdicts.judge(hamlet, context.column, is_on, more).status;
    if (is_worse(after, context.verdict(hamlet).status)) lost.push_back(hamlet);
  }
  return lost;
}

}  // namespace phusong::analysis
