#pragma once

#include <optional>
#include <vector>

#include "sim/coverage/best_cells.h"
#include "sim/coverage/interference_groups.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/operator_columns.h"
#include "sim/coverage/point_losses.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/transmitters.h"
#include "sim/coverage/verdict.h"
#include "sim/scenario/scenario.h"

namespace phusong::coverage {

/// The values that all hamlets of a run share.
struct HamletContext {
  const scenario::Scenario& scenario;
  const OperatorColumns& operators;
  const std::vector<network::Technology>& technologies;
  const ServiceQuality& quality;
  const LevelCorrection& correction;
  const InterferenceGroups* interference = nullptr;  ///< null: nothing is said of SINR and throughput
  bool keep_levels = false;
  std::optional<network::PerTechnology<double>> signals_from_dbm{};  ///< keeps the signals from these levels up
};

/// Everything the run says of one hamlet.
struct HamletOutcome {
  std::vector<SamplePoint> points;
  std::vector<PointLevel> levels;                  ///< only with keep_levels
  std::vector<PointSignal> signals;                ///< by point; only with signals_from_dbm
  std::vector<HamletVerdict> verdicts;             ///< one per operator column
  std::vector<std::vector<PointService>> service;  ///< [operator column][point]
  CoverageCounts counts;
};

/// Collects the levels that one transmitter after another brings to the sample points of a hamlet, in any order.
class HamletAccumulator {
 public:
  /// `first_point`: where the hamlet's points begin in the list of all hamlets' points. `context` must outlive it.
  HamletAccumulator(const HamletContext& context, std::vector<SamplePoint> points, std::size_t first_point);

  /// `losses` are those to all hamlets' points.
  void add(const Transmitter& transmitter, const PointLosses& losses);
  /// The verdicts that follow, once.
  HamletOutcome finish();

 private:
  /// What a path of a cell loses, with building entry, and the correction of its level.
  struct CellLoss {
    double loss_db = 0.0, correction_db = 0.0;
  };
  void count(const PointPath& path);
  /// Whether a cell could be the strongest of a point, or a signal to keep, if it stood in the cell's main lobe.
  bool may_matter(std::size_t point, const TransmitterCell& from, const PointPath& path, CellLoss loss) const;
  /// Whether a signal is kept beside the strongest ones.
  bool is_signal(const network::Cell& cell, double level_dbm) const {
    return context_->signals_from_dbm && level_dbm >= (*context_->signals_from_dbm)[cell.technology];
  }
  /// Whether every cell in range counts at a point, for interference is said of the centre.
  bool is_interfered(std::size_t point) const {
    return context_->interference != nullptr && outcome_.points[point].point == 0;
  }
  void add_quality(HamletVerdict& verdict) const;
  void offer(std::size_t point, const TransmitterCell& from, const PointPath& path, double attenuation_db,
             CellLoss loss);

  const HamletContext* context_;
  std::size_t first_point_;
  HamletOutcome outcome_;
  BestCells best_;
  std::vector<double> interference_mw_;  ///< [group of cells] at the centre
};

}  // namespace phusong::coverage
