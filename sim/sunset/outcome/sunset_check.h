#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.h"
#include "sim/sunset/radio/new_cells.h"
#include "sim/sunset/radio/signals.h"

namespace phusong::sunset {

/// A schedule in the terms of the input, as its files tell it.
struct PlainSchedule {
  enum class Action { kOff, kOn };
  struct Step {
    int period = 0;
    std::size_t cell = 0;  ///< index into all_cells
    Action action = Action::kOff;
  };
  struct Handsets {
    std::size_t hamlet = 0;
    std::string operator_name;
    int period = 0;
    std::int64_t from_2g_only = 0, from_3g_only = 0, from_4g_without_volte = 0;
  };
  std::vector<Step> steps;
  std::vector<Handsets> handsets;
};

/// Everything in which a schedule breaks a rule: order and repetition, exempt cells, crews, budgets, handsets that are
/// not there, guard, floors, period by period. Knows nothing of how the schedule was found: it works from the signals,
/// point by point.
std::vector<std::string> check_schedule(const scenario::Scenario& scenario, const NewCells& more,
                                        const Signals& signals, const PlainSchedule& schedule);

}  // namespace phusong::sunset
