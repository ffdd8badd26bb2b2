#pragma once

#include <string>

#include "sim/coverage/progress.h"
#include "sim/planning/milp/model.h"
#include "sim/planning/sunset/bounds.h"
#include "sim/planning/sunset/schedule.h"

namespace phusong::planning::sunset {

/// A schedule with what it reaches and what none can beat.
struct SolvedSunset {
  Schedule schedule;
  Limits limits;
  Objective found, bounds;
  std::string solver;  ///< what found it and what proved the bounds, for people
};

/// Searches and bounds; a model that is small enough is solved level by level by CBC too, on counted work. Throws
/// coverage::Stopped.
SolvedSunset solve_sunset(const SunsetModel& model, coverage::Progress& progress);

/// The model that the bounds belong to: the whole sunset where it is small enough to be solved, else the state at the
/// end, all at once, whose cells are those that no schedule can do without.
milp::Model model_of_bounds(const SunsetModel& model);

}  // namespace phusong::planning::sunset
