#pragma once

#include <vector>

#include "sim/coverage/progress.h"
#include "sim/planning/milp/model.h"
#include "sim/planning/sunset/schedule.h"

namespace phusong::planning::sunset {

/// The sunset as if all that happens until the end of a period happened at once: no schedule keeps fewer cells on at
/// that time than this model's best.
SunsetModel end_model(const SunsetModel& model, int period);

/// What is on and has been given at the end of a period in the best case; whole numbers where the model is small enough
/// to be solved as it stands, else as its relaxation says.
struct EndState {
  double fewest_on = 0.0;              ///< cells, at least
  std::vector<bool> keep;              ///< one an OldCell: better left on
  std::vector<ClassCounts> subsidies;  ///< one a demand
};
/// Whether best_end_state takes on a model of this size; else nothing is known.
bool is_relaxed(const milp::Model& model);
EndState best_end_state(const SunsetModel& model, int period, coverage::Progress& progress);

/// Cells that no schedule has switched off by the end of a period: without one of them a floor breaks, though all
/// others are on, and everything new.
std::vector<bool> cells_that_must_stay(const SunsetModel& model, int period);

}  // namespace phusong::planning::sunset
