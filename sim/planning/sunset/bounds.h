#pragma once

#include <cstdint>
#include <vector>

#include "sim/coverage/progress.h"
#include "sim/planning/milp/model.h"
#include "sim/planning/sunset/end_model.h"
#include "sim/planning/sunset/schedule.h"

namespace phusong::planning::sunset {

/// What no schedule can beat, whatever its other merits.
struct Limits {
  int periods_by_crews = 0;             ///< that crews need to switch everything off
  std::vector<std::int64_t> fewest_on;  ///< cells still on at the end of each period, at least; [0] is all
  EndState end;                         ///< at its best
  int earliest_last_period = 0;         ///< when everything is off; periods + 1: not within the periods
};
Limits limits_of(const SunsetModel& model, coverage::Progress& progress);

/// The cells that stay on at the end of a period, at least, as a model: those that must stay do, and a demand keeps one
/// of its cells or is given the handsets that it needs with all of them off; handsets are limited.
milp::Model cells_kept_model(const SunsetModel& model, int period);

/// What no schedule that is as good in the levels above can beat: below for cells, period and cost, above for people.
Objective bounds_for(const SunsetModel& model, const Limits& limits, const Objective& found);

}  // namespace phusong::planning::sunset
