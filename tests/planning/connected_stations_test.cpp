#include "sim/planning/connected_stations.h"

#include <doctest/doctest.h>

#include <map>

#include "tests/planning/priced_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

TEST_CASE("stations that are connected together cost what each costs and what they share once") {
  PricedWorld world = two_on_a_trench();
  CHECK(world.costs[0].cost().capex_million_vnd + world.costs[1].cost().capex_million_vnd ==
        doctest::Approx(220.0 + 240.0));
  CHECK(world.connect({0, 1}).cost.capex_million_vnd == doctest::Approx(220.0 + 220.0));
}

TEST_CASE("a link's cost lines belong to the site where it begins, a relay's to the relay") {
  PricedWorld world = two_over_a_relay();
  std::map<std::string, double> capex_of_site;
  for (const SiteCostLine& row : world.connect({0, 1}).cost_lines)
    capex_of_site[row.site_id] += row.line.cost().capex_million_vnd;
  CHECK(capex_of_site["A"] == doctest::Approx(200.0 + 100.0));
  CHECK(capex_of_site["B"] == doctest::Approx(200.0 + 100.0));
  CHECK(capex_of_site["top"] == doctest::Approx(200.0 + 100.0));
  CHECK(capex_of_site.size() == 3);
}

TEST_CASE("the stations are those built, in their order, and each has its route") {
  PricedWorld world = two_on_a_trench();
  const ConnectedStations connected = world.connect({1});
  REQUIRE(connected.stations.size() == 1);
  CHECK(connected.stations[0].candidate == 1);
  CHECK(connected.stations[0].node.id == "B");
  REQUIRE(connected.backhaul.route_of_station.size() == 1);
  CHECK(connected.backhaul.route_of_station[0].links.front().from == "B");
}

TEST_CASE("no stations are connected for nothing") {
  const ConnectedStations connected = two_on_a_trench().connect({});
  CHECK(connected.cost_lines.empty());
  CHECK(connected.cost.capex_million_vnd == 0.0);
}
