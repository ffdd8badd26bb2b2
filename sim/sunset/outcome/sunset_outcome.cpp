#include "sim/sunset/outcome/sunset_outcome.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "sim/sunset/model/tolerances.h"
#include "sim/sunset/outcome/schedule_check.h"
#include "sim/sunset/outcome/technology_status.h"

namespace phusong::sunset {
namespace {

void require_kept(const std::vector<std::string>& violations) {
  if (violations.empty()) return;
  std::string message = "the sunset's schedule breaks " + std::to_string(violations.size()) + " rules:";
  constexpr std::size_t kShown = 10;
  for (std::size_t i = 0; i < std::min(kShown, violations.size()); ++i)
    message += "\n  " + violations[i];
  throw std::logic_error(message);
}

/// Adds up the costs of the steps and of the handsets, apart from the objective, with which they have to agree.
void require_same_cost(const SunsetOutcome& outcome, const SunsetCosts& costs) {
  double cost = 0.0;
  for (const WorkStep& step : outcome.steps)
    cost += step.cost_million_vnd;
  for (const PlainSchedule::Handsets& handsets : outcome.schedule.handsets)
    cost += costs.handset_million_vnd *
            static_cast<double>(handsets.from_2g_only + handsets.from_3g_only + handsets.from_4g_without_volte);
  if (std::abs(cost - outcome.totals.cost_million_vnd) <= kSolverTolerance * std::max(1.0, cost)) return;
  throw std::logic_error(fmt::format("the sunset's steps and handsets cost {} million VND, its objective says {}", cost,
                                     outcome.totals.cost_million_vnd));
}

SunsetQuestion question_of(const scenario::SunsetOptions& options) {
  return {.technology = options.technology,
          .refarm_to = options.refarm.to,
          .refarm_frequency_mhz = options.refarm.frequency_mhz,
          .start = parse_quarter(options.start),
          .periods = options.periods};
}

ObjectiveValue objective_value(double value, double bound) {
  return {value, bound, relative_gap(value, bound)};
}

std::array<ObjectiveValue, 4> objective_values(const SunsetSolution& solution) {
  const Objective &found = solution.found, &bounds = solution.objective_bounds;
  std::array<ObjectiveValue, 4> values = {
      objective_value(static_cast<double>(found.cells_left), static_cast<double>(bounds.cells_left)),
      objective_value(found.last_period, bounds.last_period),
      objective_value(found.refarmed_people_mhz, bounds.refarmed_people_mhz),
      objective_value(found.cost_million_vnd, bounds.cost_million_vnd)};
  for (std::size_t level = 0; level < values.size(); ++level)
    values[level].method = words_of(level, solution.methods[level]);
  return values;
}

std::vector<double> mhz_freed_by_period(const std::vector<int>& on_period, int periods, double refarmed_mhz) {
  std::vector<double> mhz(static_cast<std::size_t>(periods));
  for (const int on : on_period) {
    for (int period = on; on != kNever && period <= periods; ++period)
      mhz[static_cast<std::size_t>(period - 1)] += refarmed_mhz;
  }
  return mhz;
}

SunsetTotals totals_of(const SunsetModel& model, const SunsetSolution& solution) {
  const Objective &found = solution.found, &bounds = solution.objective_bounds;
  const auto cells = static_cast<std::int64_t>(model.cells.size());
  SunsetTotals totals{
      .cells = cells,
      .cells_off = cells - found.cells_left,
      .cells_left_on = found.cells_left,
      .cells_left_on_bound = bounds.cells_left,
      .last_period_bound = bounds.last_period,
      .periods_by_crews = solution.bounds.crews.periods_for_all(),
      .objectives = objective_values(solution),
      .solver = solution.solver,
      .refarmable = std::ssize(model.carriers),
      .refarmed = std::ssize(model.carriers) - std::ranges::count(solution.schedule.on_period, kNever),
      .mhz_freed_by_period = mhz_freed_by_period(solution.schedule.on_period, model.periods, model.refarmed_mhz),
      .cost_million_vnd = found.cost_million_vnd};
  if (totals.reached()) totals.last_period = found.last_period;
  const int earliest = earliest_last_period(solution.bounds, 0);
  if (earliest <= model.periods) totals.finish_bound = earliest;
  for (const Subsidy& subsidy : solution.schedule.subsidies)
    totals.handsets_subsidised += total(subsidy.handsets);
  return totals;
}

void add_statuses(const TechnologyStatus& status, std::vector<DemandPeriod>& periods) {
  for (DemandPeriod& row : periods) {
    for (const network::Technology technology : network::kTechnologies)
      row.status[technology] = status.of(row.hamlet, row.operator_index, technology, row.period);
  }
}

}  // namespace

double relative_gap(double value, double bound) {
  return std::abs(value - bound) / std::max({std::abs(value), std::abs(bound), kObjectiveTolerance});
}

SunsetOutcome make_outcome(const scenario::Scenario& scenario, const SunsetRadio& radio, const BuiltModel& built,
                           const SunsetSolution& solution) {
  const network::Network& network = scenario.network;
  const SunsetModel& model = built.model;
  SunsetOutcome outcome{.question = question_of(scenario.options.sunset),
                        .totals = totals_of(model, solution),
                        .cells = built.cells,
                        .schedule = plain_schedule(network, radio.new_cells, built, solution.schedule)};
  require_kept(check_schedule(scenario, radio, outcome.schedule));
  outcome.steps = work_steps(outcome.cells, outcome.schedule, model.costs.radio_million_vnd);
  require_same_cost(outcome, model.costs);
  outcome.on_air =
      on_air_intervals(network, outcome.cells, outcome.schedule, outcome.question.technology, model.periods);
  outcome.guard = guard_waits(scenario, radio, outcome.schedule);
  outcome.demand_periods = demand_periods(model, solution.schedule, replay_weights(model, solution.schedule));
  outcome.totals.handsets_cut = handsets_cut(outcome.demand_periods);
  add_statuses(TechnologyStatus(scenario, radio.signals, outcome.cells, outcome.on_air), outcome.demand_periods);
  outcome.blocking_demands = blocking_demands(model, solution.schedule);
  return outcome;
}

}  // namespace phusong::sunset
