#include "sim/planning/matrix/site_reach.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/coverage/cell_levels.h"
#include "sim/coverage/hamlet_points.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/path_sampling.h"

namespace phusong::planning {
namespace {

using network::Technology;

constexpr double kNoLevel = -std::numeric_limits<double>::infinity();

/// Finds the points in need that one site covers.
class ReachSearch {
 public:
  ReachSearch(const ReachContext& context, const coverage::Transmitter& transmitter)
      : context_(context),
        options_(context.scenario.options),
        transmitter_(transmitter),
        correction_(context.terrain, context.scenario.options),
        bound_(context.terrain, context.scenario.options) {}

  SiteReach compute(const progress::Progress& progress) {
    SiteReach reach;
    choose_points(reach);
    reach.exact_paths = points_.size();
    if (points_.empty()) return reach;
    const coverage::PointLosses losses = context_.paths.compute(transmitter_, receivers_, progress);
    for (std::size_t i = 0; i < losses.paths.size(); ++i)
      add_path(losses.paths[i], losses.loss_db_of(i), reach);
    return reach;
  }

 private:
  const ReachContext& context_;
  const scenario::Options& options_;
  const coverage::Transmitter& transmitter_;
  coverage::LevelCorrection correction_;
  PathBound bound_;
  std::vector<std::size_t> points_;  ///< worth an exact path
  std::vector<coverage::ReceiverPoint> receivers_;

  double distance_m(const coverage::SamplePoint& point) const {
    return gis::distance_m(point.position(), transmitter_.position);
  }

  const network::Cell& cell_of(const coverage::TransmitterCell& from) const { return context_.cells[from.cell]; }

  /// Whether the point lacks the technology and the target has a use for it.
  bool wants(std::size_t point, Technology technology) const {
    const coverage::PointService& service = context_.need.service[point];
    const bool any = options_.plan.combine == scenario::Combine::kAny;
    return any ? !is_served(service, options_.plan) : !service[technology];
  }

  bool would_do(Technology technology, std::size_t point, double level_dbm) const {
    const gis::MapPoint at = context_.need.points[point].position();
    return std::ranges::all_of(context_.frequencies[technology], [&](const network::Cell& cell) {
      return context_.quality.probability(cell, at, level_dbm) >= options_.service.location_probability;
    });
  }

  struct CellPath {
    double attenuation_db = 0.0, path_loss_db = 0.0;
  };
  double level_dbm(const coverage::TransmitterCell& from, const coverage::SamplePoint& point, CellPath path) const {
    const network::Cell& cell = cell_of(from);
    return coverage::level_of(cell, path.attenuation_db, path.path_loss_db + from.building_entry_db,
                              correction_.total_db(cell, transmitter_.position, point.position()))
        .level_dbm;
  }

  /// Computes the highest level that a cell can have where the path loses `loss_db`: downwards nothing is taken off by
  /// the pattern.
  double highest_level_dbm(const coverage::TransmitterCell& from, const coverage::SamplePoint& point,
                           double loss_db) const {
    const network::Cell& cell = cell_of(from);
    const double azimuth_deg = coverage::grid_azimuth_deg(transmitter_.position, point.position());
    return level_dbm(from, point,
                     {.attenuation_db = cell.antenna.attenuation_db(azimuth_deg, -cell.antenna.electrical_tilt_deg),
                      .path_loss_db = loss_db});
  }

  template <class LossOf>
  bool may_reach(std::size_t index, LossOf at_least_db) const {
    const coverage::SamplePoint& point = context_.need.points[index];
    const double far_m = distance_m(point);
    return std::ranges::any_of(transmitter_.cells, [&](const coverage::TransmitterCell& from) {
      const network::Cell& cell = cell_of(from);
      return far_m <= from.max_range_m && wants(index, cell.technology) &&
             would_do(cell.technology, index, highest_level_dbm(from, point, at_least_db(cell.frequency_mhz)));
    });
  }

  bool is_worth_a_path(std::size_t index) {
    const coverage::SamplePoint& point = context_.need.points[index];
    const coverage::PathEnds ends{.mast = transmitter_.position,
                                  .mast_height_m = transmitter_.antenna_height_agl_m,
                                  .receiver = point.position(),
                                  .receiver_height_m = options_.propagation.receiver_height_m};
    if (!may_reach(index, [&](double mhz) { return bound_.free_space_db(ends, mhz); })) return false;
    bound_.turn_to(ends);
    return may_reach(index, [&](double mhz) { return bound_.at_least_db(mhz); });
  }

  void choose_points(SiteReach& reach) {
    for (std::size_t i = 0; i < context_.need.points.size(); ++i) {
      const coverage::SamplePoint& point = context_.need.points[i];
      const double far_m = distance_m(point);
      if (far_m > transmitter_.carrier_range_m.front()) continue;
      ++reach.pairs;
      if (far_m >= coverage::kShortPathM && !is_worth_a_path(i)) continue;
      points_.push_back(i);
      receivers_.push_back(coverage::receiver_at(point));
    }
  }

  void add_path(const coverage::PointPath& path, std::span<const double> losses_db, SiteReach& reach) const {
    const std::size_t index = points_[path.point];
    const coverage::SamplePoint& point = context_.need.points[index];
    const double azimuth_deg = coverage::grid_azimuth_deg(transmitter_.position, point.position());
    network::PerTechnology<double> strongest;
    strongest.values.fill(kNoLevel);
    for (const coverage::TransmitterCell& from : transmitter_.cells) {
      if (distance_m(point) > from.max_range_m) continue;
      const network::Cell& cell = cell_of(from);
      const CellPath of{.attenuation_db = cell.antenna.attenuation_db(azimuth_deg, path.departure_deg),
                        .path_loss_db = losses_db[from.carrier]};
      strongest[cell.technology] = std::max(strongest[cell.technology], level_dbm(from, point, of));
    }
    for (const Technology technology : options_.plan.target.technologies) {
      if (strongest[technology] > kNoLevel && wants(index, technology) &&
          would_do(technology, index, strongest[technology]))
        reach.points[technology].push_back(static_cast<int>(index));
    }
  }
};

}  // namespace

SiteReach site_reach(const ReachContext& context, const coverage::Transmitter& transmitter,
                     const progress::Progress& progress) {
  return ReachSearch(context, transmitter).compute(progress);
}

}  // namespace phusong::planning
