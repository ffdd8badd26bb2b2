#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/progress.h"
#include "sim/coverage/verdict.h"
#include "sim/planning/sunset/build_model.h"
#include "sim/planning/sunset/new_cells.h"
#include "sim/planning/sunset/signals.h"
#include "sim/planning/sunset/solve_sunset.h"
#include "sim/planning/sunset/sunset_check.h"

namespace phusong::planning::sunset {

/// What a sunset rests on: worked out once, however often its limits are changed.
struct SunsetCase {
  NewCells more;
  Signals signals;
};

/// Throws coverage::Stopped, gis::InputError.
SunsetCase prepare_sunset(const scenario::Scenario& scenario, SignalGround ground, coverage::Progress& progress);

/// A schedule that keeps to all rules, and what it is worth.
struct SunsetResult : SolvedSunset {
  SunsetModel model;
  ModelOrigin origin;

  bool reached() const { return found.cells_left == 0; }
};

/// Searches, bounds and checks. Throws coverage::Stopped; std::logic_error where the schedule breaks a rule.
SunsetResult plan_sunset(const scenario::Scenario& scenario, const SunsetCase& sunset, coverage::Progress& progress);

/// The schedule in the terms of the input.
PlainSchedule plain_schedule(const scenario::Scenario& scenario, const NewCells& more, const SunsetResult& result);

}  // namespace phusong::planning::sunset
