#pragma once

#include <cstdint>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// A state at the end of a period: the old cells that are still on, and the handsets given until then.
struct TerminalState {
  std::int64_t cells_on = 0, handsets = 0;
  std::vector<bool> keep;              ///< per OldCell: whether it is on
  std::vector<ClassCounts> subsidies;  ///< per Demand
};

}  // namespace phusong::sunset
