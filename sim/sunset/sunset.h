#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/sunset/outcome/sunset_check.h"
#include "sim/sunset/radio/build_model.h"
#include "sim/sunset/radio/new_cells.h"
#include "sim/sunset/radio/signals.h"
#include "sim/sunset/solve_sunset.h"

namespace phusong::sunset {

/// What a sunset rests on: worked out once, however often its limits are changed.
struct SunsetCase {
  NewCells more;
  Signals signals;
};

/// Throws progress::Stopped, gis::InputError.
SunsetCase prepare_sunset(const scenario::Scenario& scenario, SignalGround ground, progress::Progress& progress);

/// A schedule that keeps to all rules, and what it is worth.
struct SunsetResult : SolvedSunset {
  SunsetModel model;
  ModelOrigin origin;

  bool reached() const { return found.cells_left == 0; }
};

/// Searches, bounds and checks. Throws progress::Stopped; std::logic_error where the schedule breaks a rule.
SunsetResult plan_sunset(const scenario::Scenario& scenario, const SunsetCase& sunset, progress::Progress& progress);

/// The schedule in the terms of the input.
PlainSchedule plain_schedule(const scenario::Scenario& scenario, const NewCells& more, const SunsetResult& result);

}  // namespace phusong::sunset
