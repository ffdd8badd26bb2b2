#include "failing_world.h"

#include <fmt/format.h>

#include <array>

#include "sim/analysis/signal_verdicts.h"
#include "sim/coverage/coverage.h"
#include "tests/coverage/tiny_world.h"

namespace phusong::tests {

scenario::Scenario failing_world() {
  using network::Technology;
  scenario::Scenario scenario = empty_scenario();
  scenario.options.coverage.technologies = {Technology::k3G, Technology::k4G};
  const std::array places = {at(1000, 1000), at(6000, 2000), at(9000, 9000),
                             at(3000, 8000), at(6100, 2100), at(2500, 4500)};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string id = fmt::format("S{}", i);
    const std::size_t site = add_site(scenario, id, places[i], i % 2 == 0 ? "A" : "B");
    add_cell(scenario, fmt::format("{}-3G", id), site, Technology::k3G, 30.0);
    add_cell(scenario, fmt::format("{}-4G", id), site, Technology::k4G, 36.0);
  }
  for (const auto& [from, to] : {std::pair{3, "S2"}, std::pair{2, "S1"}, std::pair{1, "S0"}, std::pair{5, "S1"}})
    scenario.network.sites[static_cast<std::size_t>(from)].backhaul_to = to;
  for (int i = 0; i < 16; ++i) {
    network::Hamlet& hamlet =
        add_hamlet(scenario, fmt::format("H{}", i), at(700.0 * i + 500.0, 650.0 * (i * 5 % 16) + 700.0));
    hamlet.district = i < 8 ? "Bắc" : "Nam";
    hamlet.population = 100 + i;
  }
  return scenario;
}

coverage::CoverageResult coverage_of(const scenario::Scenario& scenario) {
  progress::Progress progress;
  return coverage::compute_coverage(
      scenario, hills(), {.signals_from_dbm = analysis::covering_levels_dbm(scenario.options.service)}, progress);
}

std::vector<analysis::FailureEvent> events_of(const scenario::Scenario& scenario, analysis::FailureKind kind) {
  std::vector<analysis::FailureEvent> events = analysis::failure_events(scenario);
  std::erase_if(events, [&](const analysis::FailureEvent& event) { return event.kind != kind; });
  return events;
}

}  // namespace phusong::tests
