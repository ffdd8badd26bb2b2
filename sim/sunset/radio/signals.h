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

/// A cell's signal at a sample point that it covers, or where it is strong enough to keep a refarmed carrier off.
struct Signal {
  std::uint32_t cell = 0;   ///< index into all_cells
  std::uint32_t point = 0;  ///< index into Signals::points
  double level_dbm = 0.0;
  bool covers = false;
};

/// The signals of all cells at all sample points.
struct Signals {
  std::vector<coverage::SamplePoint> points;  ///< by hamlet
  std::vector<Signal> signals;                ///< by cell, then point
};

/// Terrain and points over which signals are computed.
struct SignalGround {
  const gis::Terrain& terrain;
  std::vector<coverage::SamplePoint> points;  ///< the points of the coverage stage
  coverage::PathLossStore* store = nullptr;   ///< keeps path losses; may be null
};

/// Computes exact paths from every cell on air, and every new one, to every sample point. The result is the same for
/// any number of threads, and with or without a store. Throws progress::Stopped.
Signals compute_signals(const scenario::Scenario& scenario, const NewCells& new_cells, SignalGround ground,
                        progress::Progress& progress);

}  // namespace phusong::sunset
