#pragma once

#include <cstdint>
#include <vector>

#include "sim/progress/progress.h"
#include "sim/sunset/bound/crew_bound.h"
#include "sim/sunset/bound/terminal_relaxation.h"
#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// Bounds that hold for every schedule, whatever its objectives.
struct Bounds {
  CrewBound crews;
  std::vector<std::int64_t> fewest_on;             ///< lower bound on the cells on at the end of each period; [0]: all
  std::vector<std::vector<bool>> may_be_refarmed;  ///< carriers that some schedule may have on, by period from [1]
  TerminalRelaxation terminal;                     ///< of the last period
};
/// Throws progress::Stopped.
Bounds compute_bounds(const SunsetModel& model, progress::Progress& progress);

/// Lower bound on the last period of a schedule that leaves no more than `cells_left` cells on; the number of periods
/// + 1: no schedule does within the periods.
int earliest_last_period(const Bounds& bounds, std::int64_t cells_left);

/// A bound on each objective for schedules that are as good as `found` in the objectives before it: lower bounds on
/// cells, period and cost, an upper bound on people × MHz. Throws progress::Stopped.
Objective objective_bounds(const SunsetModel& model, const Bounds& bounds, const Objective& found,
                           progress::Progress& progress);

}  // namespace phusong::sunset
