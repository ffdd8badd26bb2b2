#pragma once

#include "sim/progress/progress.h"
#include "sim/sunset/model/schedule.h"
#include "sim/sunset/model/terminal_state.h"

namespace phusong::sunset {

/// A good schedule, found by clearing the spectrum piece by piece: for each last period that `earliest_last_period`
/// and the limits allow, the earliest first, until everything is off. Always keeps to all rules. Throws
/// progress::Stopped.
Schedule search_schedule(const SunsetModel& model, int earliest_last_period, progress::Progress& progress);

/// The same where not everything can go: all but what `end` keeps goes by the end of `last_period`, with the handsets
/// that it gives, and what can of the rest after that.
Schedule search_schedule_towards(const SunsetModel& model, const TerminalState& end, int last_period,
                                 progress::Progress& progress);

}  // namespace phusong::sunset
