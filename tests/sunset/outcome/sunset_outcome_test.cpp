#include "sim/sunset/outcome/sunset_outcome.h"

#include <doctest/doctest.h>

#include "sim/sunset/sunset.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::ThreeHamlets;

TEST_CASE("the sunset of three hamlets is done in the first period") {
  const ThreeHamlets world;
  const SunsetOutcome outcome = plan_sunset(world.scenario, world.radio, tests::silent);
  const SunsetTotals& totals = outcome.totals;
  CHECK(totals.reached());
  CHECK(totals.cells == 3);
  CHECK(totals.cells_off == 3);
  CHECK(totals.last_period == 1);
  CHECK(totals.last_period_bound == 1);
  CHECK(totals.finish_bound == 1);
  CHECK(totals.periods_by_crews == 1);
  CHECK(totals.refarmable == 3);
  CHECK(totals.refarmed == 3);
  CHECK(totals.handsets_subsidised == 6);
  CHECK(totals.handsets_cut == 0);
  CHECK(totals.cost_million_vnd == doctest::Approx(3 * 600.0 + 6 * 0.5));
  CHECK(totals.mhz_freed_by_period == std::vector<double>{15.0, 15.0, 15.0});
  CHECK(totals.objectives[0].gap == 0.0);
  CHECK(totals.objectives[2].value == doctest::Approx(5.0 * 600.0 * 3));
  CHECK(outcome.blocking_demands.empty());
  CHECK(outcome.steps.size() == 6);
  CHECK(outcome.guard.size() == 1);
  CHECK(outcome.question.quarter_of(1).name() == "2027-Q1");
  REQUIRE(outcome.demand_periods.size() == 12);
  CHECK(outcome.demand_periods[5].status[network::Technology::k4G] == coverage::Status::kCovered);
  CHECK(outcome.demand_periods[5].status[network::Technology::k2G] == coverage::Status::kWhite);
}

TEST_CASE(
    "no radio is paid for a carrier that covers nothing, though one of its mast that never starts covers a point") {
  ThreeHamlets world;
  network::Network& network = world.scenario.network;
  network.cells[1].site = 0;
  network.cells[3].frequency_mhz = 947.5;
  world.options().voice_floor = world.options().data_floor = 0.0;
  world.radio.new_cells = make_new_cells(world.scenario);
  world.radio.signals.signals = {{0, 0, -70.0, true}, {1, 1, -70.0, true},   {2, 2, -70.0, true}, {3, 0, -90.0, true},
                                 {4, 0, -92.0, true}, {5, 1, -116.0, false}, {6, 2, -92.0, true}};
  const SunsetOutcome outcome = plan_sunset(world.scenario, world.radio, tests::silent);
  CHECK(outcome.totals.cells_off == 3);
  CHECK(outcome.totals.refarmed == 1);
  CHECK(outcome.totals.cost_million_vnd == 600.0);
}

TEST_CASE("too few handsets leave a cell on, and its hamlet is told with its remedy") {
  ThreeHamlets world;
  world.options().subsidised_handsets_per_period = 1;
  const SunsetOutcome outcome = plan_sunset(world.scenario, world.radio, tests::silent);
  CHECK_FALSE(outcome.totals.reached());
  CHECK_FALSE(outcome.totals.last_period);
  CHECK_FALSE(outcome.totals.finish_bound);
  CHECK(outcome.totals.cells_left_on == 2);
  CHECK(outcome.totals.cells_left_on_bound == 2);
  REQUIRE(outcome.blocking_demands.size() == 2);
  CHECK(outcome.blocking_demands[0].remedies.front().kind == Remedy::Kind::kHandsets);
}

TEST_CASE("a schedule that breaks a rule is no outcome") {
  const ThreeHamlets world;
  const BuiltModel built = build_model(world.scenario, world.radio);
  SunsetSolution solution = solve_sunset(built.model, tests::silent);
  solution.schedule.subsidies.clear();
  CHECK_THROWS_WITH(make_outcome(world.scenario, world.radio, built, solution),
                    doctest::Contains("H1, A: voice share"));
}

TEST_CASE("a gap is a share of the greater of value and bound") {
  CHECK(relative_gap(0.0, 0.0) == 0.0);
  CHECK(relative_gap(8.0, 6.0) == 0.25);
  CHECK(relative_gap(6.0, 8.0) == 0.25);
  CHECK(relative_gap(5.0, 0.0) == 1.0);
}

TEST_CASE("the written model is the exact one where it is small") {
  const ThreeHamlets world;
  const milp::Model model = model_of_bounds(world.scenario, world.radio);
  CHECK(model.variables.front().name == "off_0_1");
  CHECK(model.constant == 0.0);
}
