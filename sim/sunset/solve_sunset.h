#pragma once

#include <string>

#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"
#include "sim/sunset/bound/bounds.h"
#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// A schedule with what it reaches and what none can beat.
struct SolvedSunset {
  Schedule schedule;
  Limits limits;
  Objective found, bounds;
  std::string solver;  ///< what found it and what proved the bounds, for people
};

/// Searches and bounds; a model that is small enough is solved level by level by CBC too, on counted work. Throws
/// progress::Stopped.
SolvedSunset solve_sunset(const SunsetModel& model, progress::Progress& progress);

/// The model that the bounds belong to: the whole sunset where it is small enough to be solved, else the state at the
/// end, all at once, whose cells are those that no schedule can do without.
milp::Model model_of_bounds(const SunsetModel& model);

}  // namespace phusong::sunset
