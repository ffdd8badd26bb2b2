#include <doctest/doctest.h>

#include "sim/planning/steps/plan_steps.h"
#include "tests/planning/priced_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

std::vector<PlanStep> steps_of(PricedWorld& world, const std::vector<covering::OptionIndex>& built) {
  const ConnectedStations connected = world.connect(built);
  return station_steps(
      {.scenario = world.scenario, .problem = world.problem, .candidates = world.priced(), .connected = connected});
}

std::vector<std::string> site_ids(const std::vector<PlanStep>& steps) {
  std::vector<std::string> ids;
  for (const PlanStep& step : steps)
    ids.push_back(step.site_id);
  return ids;
}

using SiteIds = std::vector<std::string>;

}  // namespace

TEST_CASE("a relay is a step of its own before the first station that needs it, and is built once") {
  PricedWorld world = two_over_a_relay();
  const auto steps = steps_of(world, {0, 1});
  CHECK(site_ids(steps) == SiteIds{"top", "A", "B"});
  CHECK(steps[0].cost.capex_million_vnd == doctest::Approx(200.0 + 100.0));
  CHECK(steps[0].mast_height_m == 30.0);
  CHECK(steps[0].hamlets_gained.empty());
}

TEST_CASE("a step pays for its station and for the links that begin there") {
  PricedWorld world = two_over_a_relay();
  const auto steps = steps_of(world, {0, 1});
  CHECK(steps.at(1).cost.capex_million_vnd == doctest::Approx(200.0 + 100.0));
  REQUIRE(steps[1].backhaul.has_value());
  CHECK(steps[1].backhaul->medium == Medium::kMicrowave);
  CHECK(steps[1].backhaul->to == "top");
  CHECK(steps[1].backhaul->length_km == doctest::Approx(7.0));
}

TEST_CASE("a step gains its hamlets and their people, and the share of hamlets that count grows with it") {
  PricedWorld world = two_over_a_relay();
  const auto steps = steps_of(world, {0, 1});
  CHECK(steps.at(0).cumulative_hamlet_share == 0.0);
  CHECK(steps[1].hamlets_gained == std::vector<std::size_t>{0});
  CHECK(steps[1].people_gained == 100);
  CHECK(steps[1].cumulative_hamlet_share == doctest::Approx(0.5));
  CHECK(steps[2].people_gained == 200);
  CHECK(steps[2].cumulative_hamlet_share == doctest::Approx(1.0));
}

TEST_CASE("hamlets that count before the first step are in its share") {
  PricedWorld world = two_over_a_relay();
  world.problem.demands[1].counts_already = true;
  const auto steps = steps_of(world, {0});
  CHECK(steps.front().cumulative_hamlet_share == doctest::Approx(0.5));
  CHECK(steps.back().cumulative_hamlet_share == doctest::Approx(1.0));
}

TEST_CASE("a station that others pass on their way to fibre is built before them, were it worth less") {
  PricedWorld world = two_on_a_trench();
  world.problem.demands[1].value = 10.0;
  CHECK(site_ids(steps_of(world, {0, 1})) == SiteIds{"A", "B"});
  CHECK(site_ids(steps_of(world, {1})) == SiteIds{"B"});
}

TEST_CASE("steps fall into the years that the budget of a year allows") {
  PricedWorld world = two_over_a_relay();
  world.scenario.options.plan.budget_per_year = 600.0;
  const auto steps = steps_of(world, {0, 1});
  CHECK(steps.at(0).year == 1);
  CHECK(steps.at(1).year == 1);
  CHECK(steps.at(2).year == 2);
}

TEST_CASE("a station on a mast that is connected is an upgrade without backhaul") {
  PricedWorld world = two_on_a_trench();
  world.set.sites[0].kind = StationKind::kUpgrade;
  world.costs[0].route = {};
  const auto steps = steps_of(world, {0});
  REQUIRE(steps.size() == 1);
  CHECK(steps[0].action == StepAction::kUpgrade);
  CHECK_FALSE(steps[0].backhaul.has_value());
}

TEST_CASE("masts and poles are steps of their kind") {
  PricedWorld world = two_on_a_trench();
  world.set.sites[1].kind = StationKind::kPole;
  const auto steps = steps_of(world, {0, 1});
  CHECK(steps.at(0).action == StepAction::kNewMast);
  CHECK(steps.at(1).action == StepAction::kPole);
}
