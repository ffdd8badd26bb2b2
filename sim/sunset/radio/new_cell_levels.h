#pragma once

#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"
#include "sim/sunset/radio/new_cells.h"
#include "sim/sunset/radio/signals.h"

namespace phusong::sunset {

/// Levels of the cells that a sunset can switch on, whether its schedule does or not.
struct NewCellLevels {
  std::vector<coverage::PointLevel> levels;
  std::vector<network::Cell> cells;  ///< the cells that `levels` names by index
};

/// Computes the levels at all sample points, as if the new cells were the only ones. Throws progress::Stopped.
NewCellLevels new_cell_levels(scenario::Scenario scenario, const NewCells& new_cells, const SignalGround& ground,
                              progress::Progress& progress);

}  // namespace phusong::sunset
