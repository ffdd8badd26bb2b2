#pragma once

#include <vector>

#include "sim/network/network.h"
#include "sim/sunset/outcome/plain_schedule.h"
#include "sim/sunset/radio/new_cells.h"

namespace phusong::sunset {

/// The part that a cell has in a sunset: stays, is of another technology; left, could go off and does not.
enum class CellFate { kStays, kExempt, kGoes, kLeft, kRefarmed, kSwap };

/// The periods in which a cell is on air: from the beginning of `first` to the end of `last`.
struct OnAir {
  int first = 0, last = -1;
  CellFate fate = CellFate::kStays;

  bool ever() const { return first <= last; }
};

/// The interval of each cell of `all`; `technology` goes within `periods`.
std::vector<OnAir> on_air_intervals(const network::Network& network, const AllCells& all, const PlainSchedule& schedule,
                                    network::Technology technology, int periods);

}  // namespace phusong::sunset
