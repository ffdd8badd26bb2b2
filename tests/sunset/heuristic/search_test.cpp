#include "sim/sunset/heuristic/search.h"

#include <doctest/doctest.h>

#include "sim/sunset/model/replay.h"
#include "sim/sunset/solve_sunset.h"
#include "tests/sunset/three_hamlets.h"
#include "tests/sunset/tiny_sunset.h"

namespace {

using namespace phusong;
using namespace phusong::sunset;

}  // namespace

TEST_CASE("a searched schedule keeps every floor, and more handsets never leave more cells on") {
  for (std::uint32_t seed = 100; seed < 160; ++seed) {
    CAPTURE(seed);
    SunsetModel model = tests::tiny_sunset(seed);
    const SunsetSolution few = solve_sunset(model, tests::silent);
    CHECK(floors_hold_throughout(model, few.schedule));
    CHECK(floors_hold_throughout(model, search_schedule(model, 1, tests::silent)));
    model.subsidies_per_period += 2;
    const SunsetSolution many = solve_sunset(model, tests::silent);
    CHECK(many.found.cells_left <= few.found.cells_left);
  }
}

TEST_CASE("a carrier waits for its blockers, and one that is blocked for good never starts") {
  for (std::uint32_t seed = 200; seed < 240; ++seed) {
    CAPTURE(seed);
    const SunsetModel model = tests::tiny_sunset(seed);
    const Schedule schedule = search_schedule(model, 1, tests::silent);
    for (std::size_t k = 0; k < model.carriers.size(); ++k) {
      if (schedule.on_period[k] == kNever) continue;
      const Carrier& carrier = model.carriers[k];
      CHECK_FALSE(carrier.blocked_for_good);
      CHECK(has_happened(schedule.off_period[carrier.replaces], schedule.on_period[k]));
      for (const CellIndex blocker : carrier.blockers)
        CHECK(has_happened(schedule.off_period[blocker], schedule.on_period[k]));
    }
  }
}

TEST_CASE("nothing that floors do not hold goes off at once where crews have no limit") {
  SunsetModel model = tests::tiny_sunset(1);
  model.max_cells_per_period = model.max_sites_per_period = 0;
  for (Demand& demand : model.demands)
    demand.voice_floor = demand.data_floor = 0.0;
  const SunsetSolution solved = solve_sunset(model, tests::silent);
  CHECK(solved.found.cells_left == 0);
  CHECK(solved.found.last_period == 1);
  CHECK(solved.schedule.subsidies.empty());
}

TEST_CASE("a search towards a terminal state reaches it by its period and leaves the cells that it keeps") {
  SunsetModel model = tests::three_hamlets();
  model.subsidies_per_period = 2;
  const TerminalState end{
      .cells_on = 1, .handsets = 4, .keep = {false, true, false}, .subsidies = {{2, 0, 0, 0}, {}, {2, 0, 0, 0}}};
  const Schedule schedule = search_schedule_towards(model, end, 2, tests::silent);
  CHECK(floors_hold_throughout(model, schedule));
  CHECK(has_happened(schedule.off_period[0], 2));
  CHECK(has_happened(schedule.off_period[2], 2));
  CHECK(schedule.off_period[1] == kNever);
}

TEST_CASE("a swap of the budget is made where handsets alone are not enough") {
  SunsetModel model = tests::three_hamlets();
  model.carriers[2].blocked_for_good = true;
  tests::add_swap(model);
  model.swap_budget_million_vnd = 600.0;
  const SunsetSolution with = solve_sunset(model, tests::silent);
  CHECK(with.found.cells_left == 0);
  CHECK(with.schedule.swap_period[0] == 1);
  model.swap_budget_million_vnd = 599.0;
  const SunsetSolution without = solve_sunset(model, tests::silent);
  CHECK(without.found.cells_left == 1);
  CHECK(without.schedule.swap_period[0] == kNever);
}
