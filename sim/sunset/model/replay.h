#pragma once

#include <vector>

#include "sim/sunset/model/schedule.h"
#include "sim/sunset/model/service_state.h"

namespace phusong::sunset {

/// What each demand is served by in each period of a schedule: [period][demand], period 0 the state before.
std::vector<std::vector<ServedWeights>> replay_weights(const SunsetModel& model, const Schedule& schedule);

/// Handsets given to each demand by the end of a period, by class.
std::vector<ClassCounts> subsidised_until(const SunsetModel& model, const Schedule& schedule, int period);

/// Whether every floor holds in every period.
bool floors_hold_throughout(const SunsetModel& model, const Schedule& schedule);

}  // namespace phusong::sunset
