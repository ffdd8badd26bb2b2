#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gis/terrain.h"
#include "sim/analysis/signal_verdicts.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// The hamlets that hear each cell: those at whose points it has a signal.
class HearingHamlets {
 public:
  HearingHamlets(const coverage::CoverageResult& coverage, std::size_t cells);

  /// Ascending.
  std::span<const std::uint32_t> of_cell(std::size_t cell) const {
    return std::span(hamlets_).subspan(first_[cell], first_[cell + 1] - first_[cell]);
  }

 private:
  std::vector<std::size_t> first_;  ///< [cell] where its hamlets begin
  std::vector<std::uint32_t> hamlets_;
};

/// The values that all fixes of a run are found from.
struct FixContext {
  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  const coverage::CoverageResult& coverage;  ///< with the signals from covering_levels_dbm up
  const SignalVerdicts& verdicts;            ///< over `coverage`
  const HearingHamlets& hearing;             ///< the same
  std::size_t column = 0;                    ///< the operator column that is fixed
  coverage::PathLossStore* store = nullptr;  ///< may be null

  const coverage::HamletVerdict& verdict(std::size_t hamlet) const { return coverage.verdicts[column][hamlet]; }
};

}  // namespace phusong::analysis
