#pragma once

#include <optional>

#include "gis/terrain.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::coverage {

/// What to keep beside the verdicts.
struct CoverageRequest {
  bool keep_levels = false;  ///< fills CoverageResult::point_levels
  /// Fills CoverageResult::signals with every level from here up.
  std::optional<network::PerTechnology<double>> signals_from_dbm{};
  PathLossStore* store = nullptr;  ///< where path losses are looked for and kept, if anywhere
};

/// The verdict of every hamlet, from an exact path of every cell in range to every sample point. The same result for
/// any number of threads, and with or without a store. Throws progress::Stopped.
CoverageResult compute_coverage(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                const CoverageRequest& request, progress::Progress& progress);

}  // namespace phusong::coverage
