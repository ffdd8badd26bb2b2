#pragma once

#include "gis/terrain.h"
#include "sim/analysis/signal_verdicts.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// The values that all fixes of a run are found from.
struct FixContext {
  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  const coverage::CoverageResult& coverage;  ///< with the signals from covering_levels_dbm up
  const SignalVerdicts& verdicts;            ///< over `coverage`
  std::size_t column = 0;                    ///< the operator column that is fixed
  coverage::PathLossStore* store = nullptr;  ///< may be null

  const coverage::HamletVerdict& verdict(std::size_t hamlet) const { return coverage.verdicts[column][hamlet]; }
};

}  // namespace phusong::analysis
