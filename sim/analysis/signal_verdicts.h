#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/operator_columns.h"
#include "sim/coverage/verdict.h"
#include "sim/coverage/verdict_rules.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// The levels from which signals can cover a point: what a coverage run must keep for SignalVerdicts.
network::PerTechnology<double> covering_levels_dbm(const scenario::ServiceOptions& options);

/// Whether a status is below another: covered, hollow, white; unknown is below all.
bool is_worse(coverage::Status status, coverage::Status than);

/// A signal that a change of the network brings to a sample point. Its cell counts for the column that is judged.
struct NewSignal {
  std::size_t point = 0;  ///< index into CoverageResult::points
  const network::Cell* cell = nullptr;
  double level_dbm = 0.0;
  bool covers = false;  ///< would cover the point if it were the strongest there
};

/// Judges hamlets again with some of the cells off or others beside them, from the signals that a coverage run kept.
class SignalVerdicts {
 public:
  /// Says whether a cell, by its index, is on.
  using IsOn = std::function<bool(std::size_t)>;

  /// `coverage` has the signals from covering_levels_dbm up, and must outlive the object, as `scenario` must.
  SignalVerdicts(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                 const coverage::CoverageResult& coverage);

  /// Share and status of a hamlet over the target's technologies, for an operator column of the coverage run. With all
  /// cells on it is that of the run.
  /// `more`: signals beside those of the cells that are on, by point.
  coverage::ShareAndStatus judge(std::size_t hamlet, std::size_t column, const IsOn& is_on,
                                 std::span<const NewSignal> more = {}) const;

  /// Whether a signal, by its index in PointSignals::all, would cover its point if it were the strongest there.
  bool covers(std::size_t signal) const { return covers_[signal] != 0; }
  /// The points of a hamlet in CoverageResult::points: from the first up to the second.
  std::pair<std::size_t, std::size_t> points_of(std::size_t hamlet) const {
    return {first_point_[hamlet], first_point_[hamlet + 1]};
  }
  /// Whether a cell counts for an operator column.
  bool counts_for(std::size_t cell, std::size_t column) const;

 private:
  /// `more`: those at the point.
  bool is_served(std::size_t point, network::Technology technology, std::size_t column, const IsOn& is_on,
                 std::span<const NewSignal> more) const;

  const scenario::Scenario& scenario_;
  const coverage::CoverageResult& coverage_;
  coverage::OperatorColumns operators_;
  std::vector<char> covers_;
  std::vector<std::size_t> first_point_;
};

}  // namespace phusong::analysis
