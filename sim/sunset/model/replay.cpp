#include "sim/sunset/model/replay.h"

#include "sim/sunset/model/subsidy_need.h"

namespace phusong::sunset {
namespace {

void apply(const SunsetModel& model, const Schedule& schedule, int period, ServiceState& state) {
  for (std::size_t i = 0; i < model.swaps.size(); ++i)
    if (schedule.swap_period[i] == period) state.switch_on(model.swaps[i].links);
  for (std::size_t c = 0; c < model.cells.size(); ++c)
    if (schedule.off_period[c] == period) state.switch_off(model.cells[c].links);
  for (std::size_t k = 0; k < model.carriers.size(); ++k)
    if (schedule.on_period[k] == period) state.switch_on(model.carriers[k].links);
}

}  // namespace

std::vector<std::vector<ServedWeights>> replay_weights(const SunsetModel& model, const Schedule& schedule) {
  ServiceState state(model);
  std::vector<std::vector<ServedWeights>> weights;
  for (int period = 0; period <= model.periods; ++period) {
    if (period > 0) apply(model, schedule, period, state);
    std::vector<ServedWeights>& now = weights.emplace_back();
    for (DemandIndex d = 0; d < model.demands.size(); ++d)
      now.push_back(state.weights_of(d));
  }
  return weights;
}

std::vector<ClassCounts> subsidised_until(const SunsetModel& model, const Schedule& schedule, int period) {
  std::vector<ClassCounts> given(model.demands.size());
  for (const Subsidy& subsidy : schedule.subsidies) {
    if (subsidy.period > period) continue;
    for (std::size_t c = 0; c < kHandsetClasses; ++c)
      given[subsidy.demand][c] += subsidy.handsets[c];
  }
  return given;
}

bool floors_hold_throughout(const SunsetModel& model, const Schedule& schedule) {
  const auto weights = replay_weights(model, schedule);
  for (int period = 1; period <= model.periods; ++period) {
    const auto given = subsidised_until(model, schedule, period);
    for (DemandIndex d = 0; d < model.demands.size(); ++d) {
      const ClassCounts counts = with_subsidies(model.counts_in(d, period), given[d]);
      if (!floors_hold(model.demands[d], weights[static_cast<std::size_t>(period)][d], counts)) return false;
    }
  }
  return true;
}

}  // namespace phusong::sunset
