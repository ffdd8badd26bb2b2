#include "sim/sunset/heuristic/search.h"

#include <doctest/doctest.h>

#include "sim/sunset/model/replay.h"
#include "sim/sunset/solve_sunset.h"
#include "tests/sunset/quiet.h"
#include "tests/sunset/tiny_sunset.h"

namespace {

using namespace phusong;
using namespace phusong::sunset;

}  // namespace

TEST_CASE("a searched schedule keeps every floor, and more handsets never leave more cells on") {
  for (std::uint32_t seed = 100; seed < 160; ++seed) {
    CAPTURE(seed);
    SunsetModel model = tests::tiny_sunset(seed);
    const SunsetSolution few = solve_sunset(model, tests::quiet);
    CHECK(floors_hold_throughout(model, few.schedule));
    CHECK(floors_hold_throughout(model, search_schedule(model, 1, tests::quiet)));
    model.subsidies_per_period += 2;
    const SunsetSolution many = solve_sunset(model, tests::quiet);
    CHECK(many.found.cells_left <= few.found.cells_left);
  }
}

TEST_CASE("a carrier waits for its blockers, and one that is blocked for good never starts") {
  for (std::uint32_t seed = 200; seed < 240; ++seed) {
    CAPTURE(seed);
    const SunsetModel model = tests::tiny_sunset(seed);
    const Schedule schedule = search_schedule(model, 1, tests::quiet);
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
  const SunsetSolution solved = solve_sunset(model, tests::quiet);
  CHECK(solved.found.cells_left == 0);
  CHECK(solved.found.last_period == 1);
  CHECK(solved.schedule.subsidies.empty());
}
