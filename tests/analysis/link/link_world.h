#pragma once

#include "sim/analysis/link/link_budget.h"
#include "tests/coverage/tiny_world.h"

namespace phusong::tests {

/// A mast with a 4G sector of known power at (2, 6) km and two hamlets, among hills.
inline scenario::Scenario link_scenario() {
  scenario::Scenario scenario = empty_scenario();
  const std::size_t site = add_site(scenario, "S1", at(2000.0, 6000.0));
  network::Cell& cell = add_cell(scenario, "S1-4G-1", site, network::Technology::k4G, 62.5);
  cell.power = {.tx_power_dbm = 46.0, .antenna_gain_dbi = 17.0, .feeder_loss_db = 0.5};
  cell.reference_power_offset_db = -27.78;
  cell.azimuth_true_deg = 80.0;
  cell.antenna.azimuth_deg = 79.6;
  cell.antenna.electrical_tilt_deg = 3.0;
  cell.antenna.pattern = propagation::ParametricPattern{.beamwidth_h_deg = 65.0, .beamwidth_v_deg = 7.0};
  add_hamlet(scenario, "H1", at(7000.0, 7000.0)).name = "Thôn Lũng Chì";
  add_hamlet(scenario, "H2", at(2500.0, 6100.0)).name = "Bản Mẹ";
  return scenario;
}

/// The term of a name; fails the test where there is none.
inline const analysis::LinkTerm& term_named(const analysis::LinkBudget& budget, std::string_view name) {
  const auto found = std::ranges::find(budget.terms, name, &analysis::LinkTerm::name);
  if (found == budget.terms.end()) throw std::logic_error("no term " + std::string(name));
  return *found;
}
inline double number_named(const analysis::LinkBudget& budget, std::string_view name) {
  return number_of(term_named(budget, name));
}

}  // namespace phusong::tests
