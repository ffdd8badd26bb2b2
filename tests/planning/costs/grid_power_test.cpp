#include "sim/planning/costs/grid_power.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::PowerSource;

namespace {

/// A connection for 20, a line for 100 a km, solar power for 200; no opex. The grid reaches 500 m from its hamlets.
scenario::Scenario power_scenario() {
  scenario::Scenario scenario = empty_scenario();
  scenario.options.plan.grid_reach_m = 500.0;
  scenario.options.plan.opex_years = 5.0;
  scenario.plan_tables.costs = {{.item = "grid_connection", .unit = "", .cost_million_vnd = 20.0},
                                {.item = "grid_line_per_km", .unit = "km", .cost_million_vnd = 100.0},
                                {.item = "solar_power", .unit = "", .cost_million_vnd = 200.0}};
  return scenario;
}

void add_grid_hamlet(scenario::Scenario& scenario, gis::MapPoint position) {
  add_hamlet(scenario, "H", position).grid_power = true;
}

PowerSupply supply_at(const scenario::Scenario& scenario, gis::MapPoint station) {
  return GridPower(scenario).supply(station);
}

double capex_at(const scenario::Scenario& scenario, gis::MapPoint station) {
  return total(supply_at(scenario, station).cost_lines).capex_million_vnd;
}

}  // namespace

TEST_CASE(
    "a station as far from grid power as the grid reaches pays for the connection alone, one farther for a line") {
  scenario::Scenario scenario = power_scenario();
  add_grid_hamlet(scenario, at(1000, 1000));
  const PowerSupply near = supply_at(scenario, at(1300, 1400));  // 3-4-5
  CHECK(near.source == PowerSource::kGrid);
  REQUIRE(near.cost_lines.size() == 1);
  CHECK(near.cost_lines[0].item == "grid_connection");
  const PowerSupply far = supply_at(scenario, at(1501, 1000));
  CHECK(far.source == PowerSource::kGrid);
  REQUIRE(far.cost_lines.size() == 2);
  CHECK(far.cost_lines[1].item == "grid_line_per_km");
  CHECK(far.cost_lines[1].quantity == doctest::Approx(0.501));
}

TEST_CASE("a line is built as far as it costs no more than solar power") {
  scenario::Scenario scenario = power_scenario();
  add_grid_hamlet(scenario, at(0, 0));
  // 20 + 100 · 1.8 = 200
  CHECK(supply_at(scenario, at(1800, 0)).source == PowerSource::kGrid);
  const PowerSupply solar = supply_at(scenario, at(1801, 0));
  CHECK(solar.source == PowerSource::kSolar);
  REQUIRE(solar.cost_lines.size() == 1);
  CHECK(solar.cost_lines[0].item == "solar_power");
}

TEST_CASE("line and solar power are weighed with the years of opex of the plan") {
  scenario::Scenario scenario = power_scenario();
  add_grid_hamlet(scenario, at(0, 0));
  scenario.plan_tables.costs[2].opex_million_vnd_per_year = 10.0;
  // 20 + 100 · 2.3 = 200 + 5 · 10
  CHECK(supply_at(scenario, at(2300, 0)).source == PowerSource::kGrid);
  CHECK(supply_at(scenario, at(2301, 0)).source == PowerSource::kSolar);
  scenario.options.plan.opex_years = 0.0;
  CHECK(supply_at(scenario, at(2300, 0)).source == PowerSource::kSolar);
}

TEST_CASE("the grid is not left for solar power within its reach, however cheap the sun") {
  scenario::Scenario scenario = power_scenario();
  add_grid_hamlet(scenario, at(0, 0));
  scenario.plan_tables.costs[2].cost_million_vnd = 0.0;
  CHECK(supply_at(scenario, at(500, 0)).source == PowerSource::kGrid);
  CHECK(supply_at(scenario, at(501, 0)).source == PowerSource::kSolar);
}

TEST_CASE("a province without grid power has solar stations") {
  scenario::Scenario scenario = power_scenario();
  CHECK(supply_at(scenario, at(0, 0)).source == PowerSource::kSolar);
  add_hamlet(scenario, "dark", at(0, 0));
  CHECK(supply_at(scenario, at(0, 0)).source == PowerSource::kSolar);
}

TEST_CASE("a line begins at the nearest of the hamlets with grid power") {
  scenario::Scenario scenario = power_scenario();
  add_grid_hamlet(scenario, at(0, 0));
  add_grid_hamlet(scenario, at(2000, 0));
  add_hamlet(scenario, "dark", at(1100, 0));
  CHECK(capex_at(scenario, at(1200, 0)) == doctest::Approx(20.0 + 80.0));
}

TEST_CASE("power never gets cheaper away from the grid, and never dearer than solar power") {
  scenario::Scenario scenario = power_scenario();
  add_grid_hamlet(scenario, at(0, 0));
  CHECK(rc::check([&scenario] {
    const int near_m = *rc::gen::inRange(0, 4000), far_m = near_m + *rc::gen::inRange(0, 4000);
    const double near = capex_at(scenario, at(near_m, 0)), far = capex_at(scenario, at(far_m, 0));
    RC_ASSERT(near <= far);
    RC_ASSERT(far <= 200.0);
  }));
}
