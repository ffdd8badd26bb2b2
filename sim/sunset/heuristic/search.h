#pragma once

#include "sim/progress/progress.h"
#include "sim/sunset/model/schedule.h"
#include "sim/sunset/model/terminal_state.h"

namespace phusong::sunset {

/// Constructs schedules greedily for each last period from `earliest_last_period` on until everything is off, and
/// returns the best. It keeps to all rules. Throws progress::Stopped.
Schedule search_schedule(const SunsetModel& model, int earliest_last_period, progress::Progress& progress);

/// Constructs a schedule towards a terminal state: the cells that `end` does not keep go off by the end of
/// `last_period` with its handsets, and other cells after that as far as floors allow. Throws progress::Stopped.
Schedule search_schedule_towards(const SunsetModel& model, const TerminalState& end, int last_period,
                                 progress::Progress& progress);

}  // namespace phusong::sunset
