#pragma once

#include "sim/sunset/outcome/sunset_outcome.h"
#include "sim/sunset/radio/sunset_radio.h"

namespace phusong::sunset {

/// Model, solution and outcome of a sunset whose radio side prepare_sunset() has computed. Throws progress::Stopped;
/// std::logic_error where the schedule breaks a rule.
SunsetOutcome plan_sunset(const scenario::Scenario& scenario, const SunsetRadio& radio, progress::Progress& progress);

/// The model that the bounds of plan_sunset() come from, to be written to a file.
milp::Model model_of_bounds(const scenario::Scenario& scenario, const SunsetRadio& radio);

}  // namespace phusong::sunset
