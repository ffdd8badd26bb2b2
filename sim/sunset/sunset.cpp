#include "sim/sunset/sunset.h"

#include <stdexcept>

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

}  // namespace

SunsetCase prepare_sunset(const scenario::Scenario& scenario, SignalGround ground, progress::Progress& progress) {
  SunsetCase sunset{.more = new_cells(scenario), .signals = {}};
  sunset.signals = compute_signals(scenario, sunset.more, std::move(ground), progress);
  return sunset;
}

SunsetResult plan_sunset(const scenario::Scenario& scenario, const SunsetCase& sunset, progress::Progress& progress) {
  BuiltModel built = build_model(scenario, sunset.more, sunset.signals);
  SolvedSunset solved = solve_sunset(built.model, progress);
  SunsetResult result{std::move(solved), std::move(built.model), std::move(built.origin)};
  require_kept(check_schedule(scenario, sunset.more, sunset.signals, plain_schedule(scenario, sunset.more, result)));
  return result;
}

PlainSchedule plain_schedule(const scenario::Scenario& scenario, const NewCells& more, const SunsetResult& result) {
  const network::Network& network = scenario.network;
  const Schedule& schedule = result.schedule;
  PlainSchedule plain;
  std::size_t swap_cell = network.cells.size() + more.refarmed.size();
  for (std::size_t i = 0; i < more.swaps.size(); ++i) {
    for (std::size_t sector = 0; sector < more.swaps[i].cells.size(); ++sector, ++swap_cell) {
      if (schedule.swap_period[i] != kNever)
        plain.steps.push_back({schedule.swap_period[i], swap_cell, PlainSchedule::Action::kOn});
    }
  }
  for (std::size_t c = 0; c < schedule.off_period.size(); ++c) {
    if (schedule.off_period[c] != kNever)
      plain.steps.push_back({schedule.off_period[c], result.origin.cell_of[c], PlainSchedule::Action::kOff});
  }
  for (std::size_t k = 0; k < schedule.on_period.size(); ++k) {
    if (schedule.on_period[k] != kNever)
      plain.steps.push_back({schedule.on_period[k], network.cells.size() + k, PlainSchedule::Action::kOn});
  }
  for (const Subsidy& subsidy : schedule.subsidies) {
    const Demand& demand = result.model.demands[subsidy.demand];
    plain.handsets.push_back({.hamlet = demand.hamlet,
                              .operator_name = network.operators[demand.operator_index],
                              .period = subsidy.period,
                              .from_2g_only = subsidy.handsets[0],
                              .from_3g_only = subsidy.handsets[1],
                              .from_4g_without_volte = subsidy.handsets[2]});
  }
  return plain;
}

}  // namespace phusong::sunset
