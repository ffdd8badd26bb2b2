#include "sim/sunset/model/schedule.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// Objective (10): a demand class counts from the first period in which a carrier of its own operator covers it.
double refarmed_people_mhz(const SunsetModel& model, const Schedule& schedule) {
  std::vector<int> since(model.demand_classes.size(), kNever);
  for (std::size_t k = 0; k < model.carriers.size(); ++k) {
    const int on = schedule.on_period[k];
    if (on == kNever) continue;
    for (const Link& link : model.carriers[k].links) {
      if (link.own_operator && (since[link.demand_class] == kNever || on < since[link.demand_class]))
        since[link.demand_class] = on;
    }
  }
  double sum = 0.0;
  for (std::size_t s = 0; s < model.demand_classes.size(); ++s) {
    if (since[s] == kNever) continue;
    sum += model.people_at(static_cast<DemandClassIndex>(s)) * (model.periods - since[s] + 1);
  }
  return sum * model.refarmed_mhz;
}

/// Objective (11): handsets, swaps, and new equipment per refarmed mast that no swap equips.
double cost_million_vnd(const SunsetModel& model, const Schedule& schedule) {
  double cost = 0.0;
  for (const Subsidy& subsidy : schedule.subsidies)
    cost += static_cast<double>(total(subsidy.handsets)) * model.costs.handset_million_vnd;
  std::set<std::size_t> equipped;
  for (std::size_t i = 0; i < model.swaps.size(); ++i) {
    if (schedule.swap_period[i] == kNever) continue;
    cost += model.swaps[i].cost_million_vnd;
    equipped.insert(model.swaps[i].site);
  }
  for (std::size_t k = 0; k < model.carriers.size(); ++k) {
    const bool needs_radio = schedule.on_period[k] != kNever && equipped.insert(model.carriers[k].site).second;
    cost += needs_radio ? model.costs.radio_million_vnd : 0.0;
  }
  return cost;
}

}  // namespace

Objective objective_of(const SunsetModel& model, const Schedule& schedule) {
  Objective objective;
  for (const int off : schedule.off_period) {
    objective.cells_left += off == kNever ? 1 : 0;
    objective.last_period = std::max(objective.last_period, off);
  }
  objective.refarmed_people_mhz = refarmed_people_mhz(model, schedule);
  objective.cost_million_vnd = cost_million_vnd(model, schedule);
  return objective;
}

bool is_better(const Objective& a, const Objective& b) {
  if (a.cells_left != b.cells_left) return a.cells_left < b.cells_left;
  if (a.last_period != b.last_period) return a.last_period < b.last_period;
  const double people_tolerance = kObjectiveTolerance * std::max(1.0, std::abs(b.refarmed_people_mhz));
  if (std::abs(a.refarmed_people_mhz - b.refarmed_people_mhz) > people_tolerance)
    return a.refarmed_people_mhz > b.refarmed_people_mhz;
  return a.cost_million_vnd < b.cost_million_vnd - kObjectiveTolerance;
}

}  // namespace phusong::sunset
