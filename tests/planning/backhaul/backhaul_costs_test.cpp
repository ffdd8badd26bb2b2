#include "sim/planning/backhaul/backhaul_costs.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::tests;
using planning::BackhaulCosts;

TEST_CASE("an item weighs its price and the opex of the plan's years") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.plan.opex_years = 4.0;
  scenario.plan_tables.costs[0].opex_million_vnd_per_year = 2.0;  // fibre, 10 a km
  const BackhaulCosts costs(scenario);
  CHECK(costs.objective(costs.fibre_per_km) == doctest::Approx(10.0 + 4.0 * 2.0));
  CHECK(costs.objective(costs.microwave_hop) == doctest::Approx(100.0));
  const planning::Cost both{.capex_million_vnd = 7.0, .opex_million_vnd_per_year = 0.5};
  CHECK(costs.objective(both) == doctest::Approx(9.0));
}

TEST_CASE("a relay is a mast of the least height of the plan, with solar power") {
  scenario::Scenario scenario = backhaul_scenario();
  CHECK(BackhaulCosts(scenario).relay_objective() == doctest::Approx(150.0 + 50.0));
  scenario.options.plan.mast_heights_m = {42.0};
  CHECK(BackhaulCosts(scenario).relay_objective() == doctest::Approx(250.0 + 50.0));
}

TEST_CASE("an item that backhaul is made of cannot be missing") {
  const auto throws_without = [](const char* name) {
    scenario::Scenario scenario = backhaul_scenario();
    std::erase_if(scenario.plan_tables.costs, [name](const scenario::CostItem& item) { return item.item == name; });
    CHECK_THROWS_AS(BackhaulCosts{scenario}, std::out_of_range);
  };
  for (const char* name : {"fibre_per_km", "microwave_hop", "satellite_terminal", "mast_30m", "solar_power"})
    throws_without(name);
}
