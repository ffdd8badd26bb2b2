#include "sim/sunset/heuristic/trim.h"

#include <doctest/doctest.h>

#include "sim/sunset/heuristic/rounded_state.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

TEST_CASE("trim merges subsidies of a period and takes out those that no floor needs, the latest first") {
  const SunsetModel model = three_hamlets();
  Schedule schedule(model);
  schedule.off_period[1] = schedule.on_period[1] = 2;
  schedule.subsidies = {{1, 3, {1, 0, 0, 0}}, {1, 1, {1, 0, 0, 0}}, {1, 2, {1, 0, 0, 0}}, {2, 1, {2, 0, 0, 0}}};
  trim(model, schedule);
  REQUIRE(schedule.subsidies.size() == 2);
  CHECK(schedule.subsidies[0].period == 1);
  CHECK(schedule.subsidies[1].period == 2);
  for (const Subsidy& subsidy : schedule.subsidies) {
    CHECK(subsidy.demand == 1);
    CHECK(subsidy.handsets == ClassCounts{1, 0, 0, 0});
  }
}

TEST_CASE("trim takes out a swap without which every floor holds, and no other") {
  SunsetModel model = three_hamlets();
  tests::add_swap(model);
  Schedule schedule(model);
  schedule.swap_period = {1};
  trim(model, schedule);
  CHECK(schedule.swap_period[0] == kNever);
  model.carriers[2].blocked_for_good = true;
  schedule.swap_period = {1};
  schedule.off_period[2] = 1;
  schedule.subsidies = {{2, 1, {2, 0, 0, 0}}};
  trim(model, schedule);
  CHECK(schedule.swap_period[0] == 1);
  CHECK(schedule.subsidies.size() == 1);
}

TEST_CASE("a relaxation is rounded from the cells that are farthest off on, as far as floors and handsets allow") {
  SunsetModel model = three_hamlets();
  model.carriers.clear();
  for (DemandClass& demand_class : model.demand_classes)
    demand_class.fixed = tests::services_on(network::Technology::k4G);
  model.subsidies_per_period = 4;
  const TerminalState state = rounded_state(model, {0.1, 0.9, 0.5});
  CHECK(state.keep == std::vector<bool>{true, false, false});
  CHECK(state.cells_on == 1);
  CHECK(state.handsets == 4);
  CHECK(state.subsidies[0] == ClassCounts{});
  CHECK(state.subsidies[1] == ClassCounts{2, 0, 0, 0});
  model.demand_classes[1].fixed = 0;
  CHECK(rounded_state(model, {0.1, 0.9, 0.5}).keep == std::vector<bool>{false, true, false});
}
