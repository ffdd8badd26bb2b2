#pragma once

#include <cstdint>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"
#include "sim/sunset/radio/new_cells.h"

namespace phusong::sunset {

/// A cell heard at a sample point: where it covers it, or is loud enough to keep a refarmed carrier off.
struct Signal {
  std::uint32_t cell = 0;   ///< index into all_cells
  std::uint32_t point = 0;  ///< index into Signals::points
  double level_dbm = 0.0;
  bool covers = false;
};

/// All that a sunset needs to know of the radio.
struct Signals {
  std::vector<coverage::SamplePoint> points;  ///< of all hamlets, in their order
  std::vector<Signal> signals;                ///< by cell, then point
};

/// What the signals are computed over.
struct SignalGround {
  const gis::Terrain& terrain;
  std::vector<coverage::SamplePoint> points;  ///< those of the coverage stage
  coverage::PathLossStore* store = nullptr;   ///< where path losses are looked for and kept, if anywhere
};

/// Exact paths from every cell on air, and every new one, to every sample point. The same for any number of threads,
/// and with or without a store. Throws Stopped.
Signals compute_signals(const scenario::Scenario& scenario, const NewCells& more, SignalGround ground,
                        progress::Progress& progress);

}  // namespace phusong::sunset
