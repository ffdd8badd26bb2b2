#pragma once

#include <vector>

#include "sim/sunset/outcome/plain_schedule.h"
#include "sim/sunset/radio/new_cells.h"

namespace phusong::sunset {

/// A step of the crews' work.
struct WorkStep {
  enum class Action { kSwapOn, kOff, kRefarmOn };
  int period = 0;
  std::size_t cell = 0;  ///< index into AllCells::cells
  Action action = Action::kOff;
  bool is_visit = false;  ///< the first step on its site in the period
  double cost_million_vnd = 0.0;
};

/// The steps of a schedule by period, action and cell. The first step that a site needs new equipment for, a swap or
/// a refarmed carrier, bears its cost; all later ones on the site use it.
std::vector<WorkStep> work_steps(const AllCells& all, const PlainSchedule& schedule, double radio_million_vnd);

}  // namespace phusong::sunset
