#include "sim/sunset/radio/sunset_radio.h"

namespace phusong::sunset {

SunsetRadio prepare_sunset(const scenario::Scenario& scenario, SignalGround ground, progress::Progress& progress) {
  SunsetRadio radio{.new_cells = make_new_cells(scenario), .signals = {}};
  radio.signals = compute_signals(scenario, radio.new_cells, std::move(ground), progress);
  return radio;
}

bool has_same_radio(const scenario::SunsetOptions& a, const scenario::SunsetOptions& b) {
  return a.technology == b.technology && a.refarm == b.refarm && a.guard_level_dbm == b.guard_level_dbm &&
         a.swap_budget_million_vnd == b.swap_budget_million_vnd;
}

}  // namespace phusong::sunset
