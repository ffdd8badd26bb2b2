#pragma once

#include <optional>
#include <vector>

#include "sim/sunset/outcome/plain_schedule.h"
#include "sim/sunset/radio/guard.h"

namespace phusong::sunset {

/// A guard conflict in the terms of the input, and the period from which it is gone.
struct GuardWait {
  std::size_t refarmed = 0;  ///< index into NewCells::refarmed
  std::size_t cell = 0;      ///< index into Network::cells
  std::size_t hamlet = 0;
  int point = 0;  ///< point of the hamlet where the cell is heard loudest
  double level_dbm = 0.0;
  std::optional<int> clear_from_period;  ///< nothing: the cell stays on
};

/// The waits of all guard conflicts, in their order.
std::vector<GuardWait> guard_waits(const scenario::Scenario& scenario, const SunsetRadio& radio,
                                   const PlainSchedule& schedule);

}  // namespace phusong::sunset
