#pragma once

#include <cstddef>
#include <vector>

#include "sim/network/network.h"
#include "sim/scenario/options.h"
#include "sim/sunset/radio/sunset_radio.h"

namespace phusong::sunset {

/// A cell that is heard above the guard level where a refarmed carrier would serve, so that the carrier has to wait for
/// it.
struct GuardConflict {
  std::size_t refarmed = 0;  ///< index into NewCells::refarmed
  std::size_t cell = 0;      ///< index into Network::cells
  std::size_t point = 0;     ///< index into Signals::points of the point where the cell is heard loudest
  double level_dbm = 0.0;
};

/// All conflicts, by carrier, then cell, without the cells that the carriers replace.
std::vector<GuardConflict> guard_conflicts(const network::Network& network, const SunsetRadio& radio,
                                           const scenario::SunsetOptions& options);

}  // namespace phusong::sunset
