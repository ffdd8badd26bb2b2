#include "sim/sunset/outcome/guard_waits.h"

namespace phusong::sunset {

std::vector<GuardWait> guard_waits(const scenario::Scenario& scenario, const SunsetRadio& radio,
                                   const PlainSchedule& schedule) {
  std::vector<std::optional<int>> off_period(scenario.network.cells.size());
  for (const PlainSchedule::Step& step : schedule.steps)
    if (step.action == PlainSchedule::Action::kOff) off_period[step.cell] = step.period;
  std::vector<GuardWait> waits;
  for (const GuardConflict& conflict : guard_conflicts(scenario.network, radio, scenario.options.sunset)) {
    const coverage::SamplePoint& point = radio.signals.points[conflict.point];
    waits.push_back({.refarmed = conflict.refarmed,
                     .cell = conflict.cell,
                     .hamlet = point.hamlet,
                     .point = point.point,
                     .level_dbm = conflict.level_dbm,
                     .clear_from_period = off_period[conflict.cell]});
  }
  return waits;
}

}  // namespace phusong::sunset
