#include "sim/planning/choose_stations.h"

#include <doctest/doctest.h>

#include "tests/planning/priced_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

StationChoice choice_of(PricedWorld& world) {
  return choose_stations({.options = world.scenario.options.plan,
                          .problem = world.problem,
                          .candidates = world.priced(),
                          .finder = world.finder},
                         world.progress);
}

}  // namespace

TEST_CASE("stations are chosen by their stand-alone costs and built for what they cost together") {
  PricedWorld world = two_on_a_trench();
  const StationChoice choice = choice_of(world);
  CHECK(choice.selection.built == std::vector<covering::OptionIndex>{0, 1});
  CHECK(choice.selection.objective == doctest::Approx(460.0));
  CHECK(choice.connected.cost.capex_million_vnd == doctest::Approx(440.0));
  CHECK(choice.notes.empty());
}

TEST_CASE("where a mast has no room for the links that were chosen the objective is what is built instead costs") {
  PricedWorld roomy = two_hops(2);
  CHECK(choice_of(roomy).selection.objective == doctest::Approx(600.0));
  CHECK(choice_of(roomy).notes.empty());
  PricedWorld full = two_hops(1);
  const StationChoice choice = choice_of(full);
  CHECK(choice.selection.objective == doctest::Approx(650.0));  // a terminal for 50 more than a hop
  CHECK(choice.selection.bound == doctest::Approx(600.0));
  CHECK(choice.selection.gap == doctest::Approx(50.0 / 650.0));
  REQUIRE(choice.notes.size() == 1);
  CHECK(choice.notes[0].kind == PlanNote::Kind::kLinksCostMore);
  CHECK(choice.notes[0].million_vnd == doctest::Approx(50.0));
}

TEST_CASE("a gap that links open is the plan's own or more work, as the plan asks") {
  PricedWorld world = two_hops(1);
  world.scenario.options.plan.gap = 50.1 / 650.0;
  CHECK(choice_of(world).selection.stopped_by == progress::StopReason::kGap);
  world.scenario.options.plan.gap = 49.9 / 650.0;
  CHECK(choice_of(world).selection.stopped_by == progress::StopReason::kWork);
}

TEST_CASE("a budget that links would break is kept by choosing for less") {
  PricedWorld world = two_hops(1);
  world.problem.goal.budget_capex = 650.0;
  CHECK(choice_of(world).connected.stations.size() == 2);
  CHECK(choice_of(world).notes.empty());
  world.problem.goal.budget_capex = 649.0;
  const StationChoice choice = choice_of(world);
  CHECK(choice.connected.stations.size() == 1);
  CHECK(choice.connected.cost.capex_million_vnd == doctest::Approx(300.0));
  CHECK(choice.selection.objective == doctest::Approx(1.0));
  CHECK(choice.selection.bound == doctest::Approx(2.0));  // two of them are in the budget but for the links
  REQUIRE(choice.notes.size() == 1);
  CHECK(choice.notes[0].kind == PlanNote::Kind::kChosenForLess);
  CHECK(choice.notes[0].million_vnd == doctest::Approx(650.0));
}

TEST_CASE("a budget that is overrun by more than a station costs still buys what it pays") {
  PricedWorld world = two_hops(1, 1000.0);
  world.problem.goal.budget_capex = 650.0;
  const StationChoice choice = choice_of(world);
  CHECK(choice.connected.stations.size() == 1);
  CHECK(choice.connected.cost.capex_million_vnd == doctest::Approx(300.0));
  CHECK(choice.selection.objective == doctest::Approx(1.0));
  REQUIRE(choice.notes.size() == 1);
  CHECK(choice.notes[0].million_vnd == doctest::Approx(1500.0));  // two stations, a hop and a terminal
}
