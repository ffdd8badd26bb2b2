#pragma once

#include <vector>

#include "sim/sunset/model/schedule.h"
#include "sim/sunset/model/service_state.h"

namespace phusong::sunset {

/// Weights served of each demand in each period of a schedule: [period][demand]; period 0 is the state before it.
std::vector<std::vector<ServedWeights>> replay_weights(const SunsetModel& model, const Schedule& schedule);

/// Handsets given to each demand by the end of a period, by the class that they leave.
std::vector<ClassCounts> subsidised_until(const SunsetModel& model, const Schedule& schedule, int period);

/// Whether every floor holds in every period of a schedule.
bool floors_hold_throughout(const SunsetModel& model, const Schedule& schedule);

}  // namespace phusong::sunset
