#include "sim/analysis/resilience/grid_areas.h"

#include <doctest/doctest.h>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using analysis::grid_areas;
using analysis::GridArea;

namespace {

/// Two masts, each with a hamlet beside it.
scenario::Scenario two_masts() {
  scenario::Scenario scenario = tests::empty_scenario();
  tests::add_site(scenario, "S0", tests::at(1000, 1000));
  tests::add_site(scenario, "S1", tests::at(5000, 1000));
  tests::add_hamlet(scenario, "H0", tests::at(1500, 1000));
  tests::add_hamlet(scenario, "H1", tests::at(5500, 1000));
  return scenario;
}

void name(network::Hamlet& hamlet, const char* province, const char* district, const char* commune) {
  hamlet.province = province;
  hamlet.district = district;
  hamlet.commune = commune;
}

}  // namespace

TEST_CASE("a mast is in the district of the hamlet nearest to it") {
  scenario::Scenario world = two_masts();
  name(world.network.hamlets[0], "P", "Bắc", "X");
  name(world.network.hamlets[1], "P", "Nam", "X");
  const std::vector<GridArea> areas = grid_areas(world.network, {0, 1});
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].id == "Bắc");
  CHECK(areas[0].masts == std::vector<std::size_t>{0});
  CHECK(areas[1].id == "Nam");
  CHECK(areas[1].masts == std::vector<std::size_t>{1});
}

TEST_CASE("communes of one district fail together, and stand for it where there is none") {
  scenario::Scenario world = two_masts();
  name(world.network.hamlets[0], "P", "Bắc", "X");
  name(world.network.hamlets[1], "P", "Bắc", "Y");
  REQUIRE(grid_areas(world.network, {0, 1}).size() == 1);
  CHECK(grid_areas(world.network, {0, 1}).front().masts == std::vector<std::size_t>{0, 1});
  for (network::Hamlet& hamlet : world.network.hamlets)
    hamlet.district.clear();
  const std::vector<GridArea> communes = grid_areas(world.network, {0, 1});
  REQUIRE(communes.size() == 2);
  CHECK(communes[0].id == "X");
  CHECK(communes[1].id == "Y");
}

TEST_CASE("districts of one name in two provinces carry the province's") {
  scenario::Scenario world = two_masts();
  name(world.network.hamlets[0], "P", "Bắc", "X");
  name(world.network.hamlets[1], "Q", "Bắc", "X");
  const std::vector<GridArea> areas = grid_areas(world.network, {0, 1});
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].id == "Bắc, P");
  CHECK(areas[1].id == "Bắc, Q");
}

TEST_CASE("masts near a hamlet of no named area are in none, nor any where there is no hamlet") {
  scenario::Scenario world = two_masts();
  name(world.network.hamlets[0], "P", "", "");
  name(world.network.hamlets[1], "P", "", "Y");
  const std::vector<GridArea> areas = grid_areas(world.network, {0, 1});
  REQUIRE(areas.size() == 1);
  CHECK(areas[0].masts == std::vector<std::size_t>{1});
  world.network.hamlets.clear();
  CHECK(grid_areas(world.network, {0, 1}).empty());
}
