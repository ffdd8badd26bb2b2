#include "sim/planning/full_bound.h"

#include <doctest/doctest.h>

#include "tests/planning/priced_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

std::optional<FullBound> bound_of(PricedWorld& world, const covering::Solution& selection, double plan_capex) {
  return full_bound({.scenario = world.scenario,
                     .set = world.set,
                     .costs = world.costs,
                     .problem = world.problem,
                     .selection = selection,
                     .finder = world.finder,
                     .plan_cost = {.capex_million_vnd = plan_capex}},
                    world.progress);
}

}  // namespace

TEST_CASE("the bound of stations and backhaul counts each station with the cheapest link that it could begin with") {
  PricedWorld world = two_on_a_trench();
  const auto full = bound_of(world, {.bound = 460.0}, 440.0);
  REQUIRE(full);
  CHECK(full->objective == doctest::Approx(440.0));
  CHECK(full->lower_bound == doctest::Approx(440.0));  // 2 km of fibre each, to the node and to the other
  CHECK(full->gap == doctest::Approx(0.0));
}

TEST_CASE("a gap is the part of the plan that the bound does not prove") {
  PricedWorld world = two_on_a_trench();
  CHECK(bound_of(world, {.bound = 460.0}, 550.0)->gap == doctest::Approx(110.0 / 550.0));
}

TEST_CASE("where no station could begin with a cheaper link the bound is that of the selection") {
  PricedWorld world = two_hops(4);
  const auto full = bound_of(world, {.bound = 599.0}, 600.0);
  REQUIRE(full);
  CHECK(full->lower_bound == 599.0);
}

TEST_CASE("opex counts in the plan and in the bound") {
  PricedWorld world = two_on_a_trench();
  world.scenario.options.plan.opex_years = 4.0;
  for (CandidateCost& cost : world.costs)
    cost.station.cost_lines.front().unit_opex_million_vnd_per_year = 10.0;  // the mast's
  for (covering::Option& option : world.problem.options)
    option.cost += 4.0 * 10.0;
  const auto full = bound_of(world, {.bound = 540.0}, 440.0);
  CHECK(full->lower_bound == doctest::Approx(440.0 + 2 * 40.0));
}

TEST_CASE("there is no such bound for a budget, nor for a target out of reach") {
  PricedWorld world = two_on_a_trench();
  CHECK_FALSE(bound_of(world, {.bound = 460.0, .reached = false}, 440.0).has_value());
  world.problem.goal.budget_capex = 500.0;
  CHECK_FALSE(bound_of(world, {.bound = 460.0}, 440.0).has_value());
}
