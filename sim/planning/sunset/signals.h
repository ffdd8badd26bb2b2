#pragma once

#include <cstdint>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/progress.h"
#include "sim/coverage/verdict.h"
#include "sim/planning/sunset/new_cells.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning::sunset {

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

/// Exact paths from every cell on air, and every new one, to every sample point. `points`: those of the coverage
/// stage. The same for any number of threads. Throws Stopped.
Signals compute_signals(const scenario::Scenario& scenario, const gis::Terrain& terrain, const NewCells& more,
                        std::vector<coverage::SamplePoint> points, coverage::Progress& progress);

}  // namespace phusong::planning::sunset
