#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.h"
#include "sim/sunset/outcome/plain_schedule.h"
#include "sim/sunset/radio/sunset_radio.h"

namespace phusong::sunset {

/// All violations of a rule by a schedule: order and repetition, exempt cells, crews, budgets, handsets that are not
/// there, guard and floors, period by period. It shares nothing with model and search: it works from the signals, point
/// by point.
std::vector<std::string> check_schedule(const scenario::Scenario& scenario, const SunsetRadio& radio,
                                        const PlainSchedule& schedule);

}  // namespace phusong::sunset
