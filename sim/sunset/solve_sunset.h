#pragma once

#include <string>

#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"
#include "sim/sunset/bound/bounds.h"
#include "sim/sunset/level_methods.h"
#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// A schedule, its objectives and the bounds on them.
struct SunsetSolution {
  Schedule schedule;
  Bounds bounds;
  Objective found, objective_bounds;
  LevelMethods methods{};  ///< per objective
  std::string solver;      ///< the methods that found it and proved the bounds, for people
};

/// Searches and bounds; CBC also optimises one objective after the other of a model that is small enough, within
/// counted nodes. Throws progress::Stopped.
SunsetSolution solve_sunset(const SunsetModel& model, progress::Progress& progress);

/// The model that the bounds come from: the exact model where it is small enough, else the terminal-period relaxation
/// of the last period, whose optimum is the number of cells that no schedule can do without.
milp::Model model_of_bounds(const SunsetModel& model);

}  // namespace phusong::sunset
