#include "sim/analysis/fixes/cell_fixes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "sim/analysis/fixes/cell_settings.h"
#include "sim/analysis/fixes/trial.h"
#include "sim/coverage/cell_levels.h"
#include "sim/coverage/for_each_index.h"
#include "sim/coverage/hamlet_points.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/point_path_loss.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/transmitters.h"
#include "sim/planning/matrix/path_bound.h"

namespace phusong::analysis {
namespace {

using coverage::PointLosses;
using coverage::Transmitter;
using coverage::TransmitterCell;

constexpr std::array kCellKinds = {FixKind::kTilt, FixKind::kAzimuth, FixKind::kPower};
/// Settings of a cell that serve a hamlet are looked at until one takes no other down, up to this number.
constexpr int kSettingsLookedAt = 4;

/// A setting found for a hamlet, with what decides between several.
struct Found {
  std::size_t hamlet = 0;
  std::size_t cell = 0;
  CellSetting setting;
  coverage::ShareAndStatus after;
  std::vector<std::size_t> lost;
};

/// Whether one setting is to be taken rather than another for the same hamlet.
bool is_better(const Found& a, const Found& b, const std::vector<network::Cell>& cells) {
  const auto key = [&](const Found& found) {
    const bool covers = found.after.status == coverage::Status::kCovered;
    return std::tuple(!covers, found.lost.size(), covers ? 0.0 : -found.after.share, found.setting.change);
  };
  const auto key_a = key(a);
  const auto key_b = key(b);
  if (key_a != key_b) return key_a < key_b;
  return cells[a.cell].cell_id < cells[b.cell].cell_id;
}

/// Tries settings of the cells on one mast.
class MastTuner {
 public:
  MastTuner(const FixContext& context, const Transmitter& transmitter, const std::vector<std::size_t>& hamlets)
      : context_(context),
        transmitter_(transmitter),
        quality_(context.terrain, context.scenario.options),
        correction_(context.terrain, context.scenario.options),
        bound_(context.terrain, context.scenario.options) {
    for (const TransmitterCell& from : transmitter.cells) {
      if (!is_of_target(from)) continue;
      for (const std::size_t hamlet : hamlets) {
        if (may_reach(from, hamlet)) pairs_.emplace_back(&from, hamlet);
      }
    }
  }

  /// Whether any cell could reach any of the hamlets.
  bool has_work() const { return !pairs_.empty(); }

  std::vector<Found> tune(const PointLosses& losses) {
    losses_ = &losses;
    std::vector<Found> all;
    for (const auto& [from, hamlet] : pairs_) {
      for (const FixKind kind : kCellKinds) {
        if (std::optional<Found> found = best_setting(*from, hamlet, kind)) all.push_back(*std::move(found));
      }
    }
    return all;
  }

  /// The pairs that were worth a try.
  const std::vector<std::pair<const TransmitterCell*, std::size_t>>& pairs() const { return pairs_; }

 private:
  const FixContext& context_;
  const Transmitter& transmitter_;
  coverage::ServiceQuality quality_;
  coverage::LevelCorrection correction_;
  planning::PathBound bound_;
  const PointLosses* losses_ = nullptr;
  std::vector<std::pair<const TransmitterCell*, std::size_t>> pairs_;

  const network::Cell& cell_of(const TransmitterCell& from) const { return context_.scenario.network.cells[from.cell]; }

  bool is_of_target(const TransmitterCell& from) const {
    const auto& target = context_.scenario.options.plan.target.technologies;
    return std::ranges::find(target, cell_of(from).technology) != target.end() &&
           context_.verdicts.counts_for(from.cell, context_.column);
  }

  /// Whether the cell, in its main lobe and with all its power, could cover a point of the hamlet that has no service.
  bool may_reach(const TransmitterCell& from, std::size_t hamlet) const {
    const network::Cell& cell = cell_of(from);
    const auto [first, end] = context_.verdicts.points_of(hamlet);
    for (std::size_t i = first; i < end; ++i) {
      const coverage::SamplePoint& point = context_.coverage.points[i];
      if (gis::distance_m(point.position(), transmitter_.position) > from.max_range_m) continue;
      const double loss_db =
          bound_.free_space_db({.mast = transmitter_.position, .receiver = point.position()}, cell.frequency_mhz);
      const double correction_db = correction_.total_db(cell, transmitter_.position, point.position());
      const double most_dbm = coverage::level_of(cell, 0.0, loss_db + from.building_entry_db, correction_db).level_dbm +
                              context_.scenario.options.analysis.power_rise_db;
      if (most_dbm >= quality_.covering_level_dbm(cell, point.position())) return true;
    }
    return false;
  }

  /// The signals of a changed cell at the points from `first` up to `end`, those that could cover alone.
  void add_signals(const TransmitterCell& from, const network::Cell& cell, std::size_t first, std::size_t end,
                   std::vector<NewSignal>& signals) const {
    auto path = std::ranges::lower_bound(losses_->paths, first, {}, &coverage::PointPath::point);
    for (; path != losses_->paths.end() && path->point < end; ++path) {
      const auto losses_db = losses_->loss_db_of(static_cast<std::size_t>(path - losses_->paths.begin()));
      const CellPath of{transmitter_, from, path->point, path->departure_deg, losses_db[from.carrier]};
      const auto signal = signal_of(context_, of, cell);
      if (signal) signals.push_back(*signal);
    }
  }

  coverage::ShareAndStatus judged(const TransmitterCell& from, std::size_t hamlet, const network::Cell& cell) const {
    const auto [first, end] = context_.verdicts.points_of(hamlet);
    std::vector<NewSignal> signals;
    add_signals(from, cell, first, end, signals);
    return context_.verdicts.judge(
        hamlet, context_.column, [&](std::size_t other) { return other != from.cell; }, signals);
  }

  std::vector<std::size_t> lost_by(const TransmitterCell& from, const network::Cell& cell) const {
    std::vector<NewSignal> signals;
    add_signals(from, cell, 0, context_.coverage.points.size(), signals);
    return hamlets_lost_by(context_, from.cell, signals);
  }

  std::optional<Found> best_setting(const TransmitterCell& from, std::size_t hamlet, FixKind kind) const {
    const auto& cells = context_.scenario.network.cells;
    const double share_now = context_.verdict(hamlet).share;
    std::optional<Found> best;
    int covering = 0;
    for (CellSetting& setting : settings_of(cell_of(from), kind, context_.scenario.options.analysis)) {
      Found found{.hamlet = hamlet, .cell = from.cell, .setting = std::move(setting), .after = {}, .lost = {}};
      found.after = judged(from, hamlet, found.setting.cell);
      if (found.after.share <= share_now) continue;
      const bool covers = found.after.status == coverage::Status::kCovered;
      const bool is_more = !best || covers || found.after.share > best->after.share;
      if (!is_more) continue;
      found.lost = lost_by(from, found.setting.cell);
      if (!best || is_better(found, *best, cells)) best = std::move(found);
      const bool is_done = covers && best->lost.empty();
      if (is_done || (covers && ++covering == kSettingsLookedAt)) break;
    }
    return best;
  }
};

/// Collects the best setting of each hamlet and kind, in any order of the masts.
class BestSettings {
 public:
  BestSettings(const network::Network& network, const std::vector<std::size_t>& hamlets)
      : network_(network), hamlets_(hamlets), best_(hamlets.size()), has_cell_(hamlets.size()) {}

  void saw(std::size_t hamlet) { has_cell_[index_of(hamlet)] = true; }

  void offer(Found found) {
    auto& place = best_[index_of(found.hamlet)][static_cast<std::size_t>(found.setting.kind)];
    if (!place || is_better(found, *place, network_.cells)) place = std::move(found);
  }

  std::vector<CellFix> fixes() const {
    std::vector<CellFix> result;
    for (std::size_t i = 0; i < hamlets_.size(); ++i) {
      for (const FixKind kind : kCellKinds) {
        const auto& found = best_[i][static_cast<std::size_t>(kind)];
        CellFix fix{.fix = {.hamlet = hamlets_[i], .kind = kind}};
        if (found) {
          fix.cell = found->cell;
          fix.after = found->setting.cell;
          fix.fix.cell_id = fix.after.cell_id;
          fix.fix.site_id = network_.sites[fix.after.site].site_id;
          fix.fix.from = found->setting.from;
          fix.fix.to = found->setting.to;
          fix.fix.hamlets_lost = found->lost;
        } else {
          fix.fix.obstacle = has_cell_[i] ? FixObstacle::kNoSetting : FixObstacle::kNoCell;
        }
        result.push_back(std::move(fix));
      }
    }
    return result;
  }

 private:
  const network::Network& network_;
  const std::vector<std::size_t>& hamlets_;
  std::vector<std::array<std::optional<Found>, kCellKinds.size()>> best_;
  std::vector<bool> has_cell_;

  std::size_t index_of(std::size_t hamlet) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(hamlets_, hamlet) - hamlets_.begin());
  }
};

}  // namespace

std::vector<CellFix> find_cell_fixes(const FixContext& context, const std::vector<std::size_t>& hamlets,
                                     progress::Progress& progress) {
  const scenario::Scenario& scenario = context.scenario;
  std::vector<std::size_t> off_terrain;  // named by the coverage run
  // The transmitters of the coverage run: their losses are in the store.
  const std::vector<Transmitter> transmitters = coverage::transmitters_on_air(
      scenario.network, context.terrain, context.coverage.technologies, scenario.options, off_terrain);
  std::vector<coverage::ReceiverPoint> receivers;
  for (const coverage::SamplePoint& point : context.coverage.points)
    receivers.push_back(coverage::receiver_at(point));
  const coverage::PointPathLoss paths(context.terrain, scenario.options, context.store);
  std::vector<std::vector<Found>> found(transmitters.size());
  std::vector<std::vector<std::size_t>> seen(transmitters.size());
  progress.begin("tilt, azimuth, power", transmitters.size());
  coverage::for_each_index(transmitters.size(), [&](std::size_t t) {
    progress.throw_if_stopped();
    MastTuner tuner(context, transmitters[t], hamlets);
    if (tuner.has_work()) {
      for (const auto& [from, hamlet] : tuner.pairs())
        seen[t].push_back(hamlet);
      found[t] = tuner.tune(paths.compute(transmitters[t], receivers, progress));
    }
    progress.advance(1);
  });
  BestSettings best(scenario.network, hamlets);
  for (std::size_t t = 0; t < transmitters.size(); ++t) {
    for (const std::size_t hamlet : seen[t])
      best.saw(hamlet);
    for (Found& of : found[t])
      best.offer(std::move(of));
  }
  return best.fixes();
}

}  // namespace phusong::analysis
