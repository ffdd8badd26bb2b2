#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/scenario.h"
#include "sim/sunset/outcome/blocking_demands.h"
#include "sim/sunset/outcome/demand_periods.h"
#include "sim/sunset/outcome/guard_waits.h"
#include "sim/sunset/outcome/on_air.h"
#include "sim/sunset/outcome/plain_schedule.h"
#include "sim/sunset/outcome/quarter.h"
#include "sim/sunset/outcome/work_steps.h"
#include "sim/sunset/solve_sunset.h"

namespace phusong::sunset {

/// The value of an objective and the bound on it.
struct ObjectiveValue {
  double value = 0.0, bound = 0.0;
  double gap = 0.0;      ///< relative_gap() of both
  std::string method{};  ///< what gave both, for people
};

/// |value − bound| / max(|value|, |bound|); 0 where both are 0.
double relative_gap(double value, double bound);

/// The question of a sunset, as its scenario asks it.
struct SunsetQuestion {
  network::Technology technology = network::Technology::k3G;
  network::Technology refarm_to = network::Technology::k4G;
  double refarm_frequency_mhz = 0.0;
  Quarter start;  ///< period 1
  int periods = 1;

  Quarter quarter_of(int period) const { return start.plus(period - 1); }
};

/// The totals of a sunset.
struct SunsetTotals {
  std::int64_t cells = 0, cells_off = 0, cells_left_on = 0, cells_left_on_bound = 0;
  std::optional<int> last_period;   ///< period in which the last cell goes off; nothing: some stay on
  int last_period_bound = 0;        ///< lower bound for schedules that leave as many cells on
  std::optional<int> finish_bound;  ///< earliest period in which everything can be off; nothing: not within the periods
  int periods_by_crews = 0;         ///< periods that crews need to switch everything off
  std::array<ObjectiveValue, 4> objectives;  ///< cells left on, last period, refarmed people × MHz, million VND
  std::string solver;                        ///< the methods used, for people
  std::int64_t refarmable = 0;               ///< carriers that could be refarmed
  std::int64_t refarmed = 0;                 ///< carriers that go on
  std::vector<double> mhz_freed_by_period;   ///< MHz summed over the refarmed carriers on, from period 1
  std::int64_t handsets_subsidised = 0, handsets_cut = 0;
  double cost_million_vnd = 0.0;

  bool reached() const { return cells_left_on == 0; }
};

/// The outcome of a sunset in the terms of the input: all that its report says.
struct SunsetOutcome {
  SunsetQuestion question;
  SunsetTotals totals;
  AllCells cells;
  PlainSchedule schedule;
  std::vector<WorkStep> steps;
  std::vector<OnAir> on_air;  ///< per cell of `cells`
  std::vector<GuardWait> guard;
  std::vector<DemandPeriod> demand_periods;  ///< by hamlet, operator, period
  std::vector<BlockingDemand> blocking_demands;
};

/// Makes the outcome of a solved sunset. Throws std::logic_error where the schedule breaks a rule.
SunsetOutcome make_outcome(const scenario::Scenario& scenario, const SunsetRadio& radio, const BuiltModel& built,
                           const SunsetSolution& solution);

}  // namespace phusong::sunset
