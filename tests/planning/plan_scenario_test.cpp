#include "sim/planning/plan_scenario.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/planning/plan_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::Technology;
using Names = std::vector<std::string>;

namespace {

/// Masts of A, B and A again with a cell each.
scenario::Scenario three_masts() {
  scenario::Scenario scenario = empty_scenario();
  const auto add = [&scenario](const std::string& id, const std::string& operator_name) {
    add_cell(scenario, id + "-cell", add_site(scenario, id, at(0, 0), operator_name), Technology::k4G);
  };
  add("A0", "A");
  add("B1", "B");
  add("A2", "A");
  return scenario;
}

}  // namespace

TEST_CASE("a plan for one operator sees its masts and cells alone, each cell on its own mast still") {
  scenario::Scenario scenario = three_masts();
  plan_for(scenario, "A");
  const scenario::Scenario own = plan_scenario(scenario);
  REQUIRE(own.network.sites.size() == 2);
  CHECK(own.network.sites[1].site_id == "A2");
  REQUIRE(own.network.cells.size() == 2);
  CHECK(own.network.cells[1].cell_id == "A2-cell");
  CHECK(own.network.cells[1].site == 1);
  CHECK(own.network.operators == Names{"A"});
  CHECK(own.options.service.operators == Names{"A"});
}

TEST_CASE("a plan for any operator sees all masts and judges their union") {
  const scenario::Scenario own = plan_scenario(three_masts());
  CHECK(own.network.sites.size() == 3);
  CHECK(own.network.operators == Names{"A", "B"});
  CHECK(own.options.service.operators == Names{"any"});
}

TEST_CASE("an operator whose masts are all off air is not among those of the network") {
  scenario::Scenario scenario = three_masts();
  scenario.network.sites[1].status = network::SiteStatus::kOff;
  CHECK(plan_scenario(scenario).network.operators == Names{"A"});
}

TEST_CASE("new stations carry the name of the plan's operator, and a name for new ones where it is for any") {
  scenario::PlanOptions plan;
  CHECK(is_for_any(plan));
  CHECK(builder_of(plan) == "new");
  plan.operator_name = "Viettel";
  CHECK_FALSE(is_for_any(plan));
  CHECK(builder_of(plan) == "Viettel");
}

TEST_CASE("new cells stand on the new sites and on the masts that they name") {
  scenario::Scenario scenario = three_masts();
  NewRows rows;
  rows.sites.push_back({.site_id = "N", .operator_name = "new"});
  rows.cells.push_back({.cell = {.cell_id = "N-cell"}, .site_id = "N"});
  rows.cells.push_back({.cell = {.cell_id = "more"}, .site_id = "B1"});
  add_rows(scenario, rows);
  REQUIRE(scenario.network.sites.size() == 4);
  REQUIRE(scenario.network.cells.size() == 5);
  CHECK(scenario.network.cells[3].site == 3);
  CHECK(scenario.network.cells[4].site == 1);
  CHECK(scenario.network.operators == Names{"A", "B", "new"});
}

TEST_CASE("a new cell on a site that nobody knows is an error") {
  scenario::Scenario scenario = three_masts();
  NewRows rows;
  rows.cells.push_back({.cell = {.cell_id = "lost"}, .site_id = "nowhere"});
  CHECK_THROWS_AS(add_rows(scenario, rows), std::out_of_range);
}
