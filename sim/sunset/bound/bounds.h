#pragma once

#include <cstdint>
#include <vector>

#include "sim/progress/progress.h"
#include "sim/sunset/bound/end_state.h"
#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// What no schedule can beat, whatever its other merits.
struct Limits {
  int periods_by_crews = 0;                        ///< that crews need to switch everything off
  std::vector<std::int64_t> fewest_on;             ///< cells still on at the end of each period, at least; [0] is all
  std::vector<std::vector<bool>> may_be_refarmed;  ///< carriers that some schedule has on, by period from [1]
  EndState end;                                    ///< of the last period
};
Limits limits_of(const SunsetModel& model, progress::Progress& progress);

/// Before which no schedule has all but `cells_left` cells off; periods + 1: not within the periods.
int earliest_last_period(const SunsetModel& model, const Limits& limits, std::int64_t cells_left);

/// What no schedule that is as good in the levels above can beat: below for cells, period and cost, above for people.
Objective bounds_for(const SunsetModel& model, const Limits& limits, const Objective& found,
                     progress::Progress& progress);

}  // namespace phusong::sunset
