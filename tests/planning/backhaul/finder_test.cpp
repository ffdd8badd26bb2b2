#include "sim/planning/backhaul/finder.h"

#include <doctest/doctest.h>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::tests;
using network::Backhaul;
using planning::Medium;

namespace {

planning::BackhaulRoute route_of(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                 const planning::BackhaulNode& station,
                                 std::vector<planning::BackhaulNode> relay_locations = {}) {
  const planning::BackhaulFinder finder(scenario, terrain, std::move(relay_locations));
  progress::Progress progress;
  return finder.cheapest_routes(std::span(&station, 1), progress).front();
}

double objective(const planning::BackhaulRoute& route) {
  return route.cost().objective_million_vnd(5.0);
}

}  // namespace

TEST_CASE("the nearest fibre is taken where it costs less than a hop, and counts the route") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.fibre_route_factor = 1.5;
  add_mast(scenario, "far", at(3000, 9000), Backhaul::kFibre);
  add_hamlet(scenario, "near", at(7000, 9000)).fixed_broadband = true;
  add_hamlet(scenario, "without", at(5500, 9000));
  const auto route = route_of(scenario, ridge_terrain(100.0F), node_at(scenario, "new", at(5400, 9000)));
  REQUIRE(route.links.size() == 1);
  CHECK(route.links[0].medium == Medium::kFibre);
  CHECK(route.links[0].to == "near");
  CHECK(route.links[0].length_km == doctest::Approx(2.4));
  CHECK(objective(route) == doctest::Approx(24.0));
}

TEST_CASE("a table of fibre nodes stands for the masts and hamlets that have fibre") {
  scenario::Scenario scenario = backhaul_scenario();
  add_hamlet(scenario, "hamlet", at(5100, 9000)).fixed_broadband = true;
  add_fibre_node(scenario, "N1", at(6000, 9000));
  const auto route = route_of(scenario, ridge_terrain(100.0F), node_at(scenario, "new", at(5000, 9000)));
  CHECK(route.links.at(0).to == "N1");
}

TEST_CASE("a hop to the nearest connected mast in sight beats long fibre") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 100.0);
  add_mast(scenario, "fibre", at(3000, 9000), Backhaul::kFibre);
  add_mast(scenario, "hop", at(8000, 9000), Backhaul::kMicrowave);
  add_mast(scenario, "dish", at(5500, 9000), Backhaul::kSatellite);
  const auto route = route_of(scenario, ridge_terrain(100.0F), node_at(scenario, "new", at(5200, 9000)));
  REQUIRE(route.links.size() == 1);
  CHECK(route.links[0].medium == Medium::kMicrowave);
  CHECK(route.links[0].to == "fibre");
  CHECK(route.links[0].clearance_m > 0.0);
}

TEST_CASE("a mast off air or of another operator carries nothing") {
  scenario::Scenario scenario = backhaul_scenario();
  add_mast(scenario, "off", at(6000, 9000), Backhaul::kFibre).status = network::SiteStatus::kOff;
  add_mast(scenario, "other", at(7000, 9000), Backhaul::kFibre, "B");
  const planning::BackhaulNode station = node_at(scenario, "new", at(5000, 9000));
  CHECK(route_of(scenario, ridge_terrain(100.0F), station).links.at(0).to == "other");
  scenario.options.plan.operator_name = scenario.network.sites[0].operator_name;
  CHECK(route_of(scenario, ridge_terrain(100.0F), station).first_medium() == Medium::kSatellite);
}

TEST_CASE("a ridge forces a relay on its top") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 100.0);
  add_mast(scenario, "fibre", at(3000, 9000), Backhaul::kFibre);
  const auto relay_place = node_at(scenario, "top", at(10000, 9000), 0.0);
  const auto station = node_at(scenario, "new", at(17000, 9000));
  const auto route = route_of(scenario, ridge_terrain(300.0F), station, {relay_place});
  REQUIRE(route.links.size() == 2);
  CHECK(route.links[0].from == "new");
  CHECK(route.links[0].to == "top");
  CHECK(route.links[1].to == "fibre");
  REQUIRE(route.relays.size() == 1);
  CHECK(route.relays[0].node.mast_height_m == 30.0);
  CHECK(objective(route) == doctest::Approx(400.0));
  CHECK(route_of(scenario, ridge_terrain(300.0F), station).first_medium() == Medium::kSatellite);
}

TEST_CASE("a mast that stands already costs no relay mast") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 100.0);
  add_mast(scenario, "fibre", at(3000, 9000), Backhaul::kFibre);
  add_mast(scenario, "dish", at(10000, 9100), Backhaul::kSatellite);
  const auto route = route_of(scenario, ridge_terrain(300.0F), node_at(scenario, "new", at(17000, 9000)),
                              {node_at(scenario, "top", at(10000, 9000), 0.0)});
  CHECK(route.links.at(0).to == "dish");
  CHECK(route.relays.empty());
  CHECK(objective(route) == doctest::Approx(200.0));
}

TEST_CASE("a relay may end in fibre") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 100.0);
  add_hamlet(scenario, "village", at(9000, 9000)).fixed_broadband = true;
  const auto route = route_of(scenario, ridge_terrain(300.0F), node_at(scenario, "new", at(17000, 9000)),
                              {node_at(scenario, "top", at(10000, 9000), 0.0)});
  REQUIRE(route.links.size() == 2);
  CHECK(route.links[1].medium == Medium::kFibre);
  CHECK(objective(route) == doctest::Approx(400.0));
}

TEST_CASE("no route has more hops than allowed, and a mast fed by microwave counts as one") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 100.0);
  add_mast(scenario, "end", at(3000, 9000), Backhaul::kFibre);
  const auto relay_place = node_at(scenario, "top", at(10000, 9000), 0.0);
  const auto station = node_at(scenario, "new", at(17000, 9000));
  const gis::Terrain terrain = ridge_terrain(300.0F);
  const auto with_hops = [&](int max_hops) {
    scenario.options.backhaul.max_hops = max_hops;
    return route_of(scenario, terrain, station, {relay_place}).first_medium();
  };
  CHECK(with_hops(2) == Medium::kMicrowave);
  CHECK(with_hops(1) == Medium::kSatellite);
  scenario.network.sites[0].backhaul = Backhaul::kMicrowave;
  CHECK(with_hops(2) == Medium::kSatellite);
  CHECK(with_hops(3) == Medium::kMicrowave);
}

TEST_CASE("a satellite terminal is taken where all else costs more, and leads nowhere on the map") {
  const scenario::Scenario scenario = backhaul_scenario();
  const auto route = route_of(scenario, ridge_terrain(100.0F), node_at(scenario, "new", at(5000, 9000)));
  REQUIRE(route.links.size() == 1);
  CHECK(route.links[0].to == "satellite");
  CHECK(objective(route) == doctest::Approx(1000.0));
}

TEST_CASE("a station that is connected needs no route") {
  const scenario::Scenario scenario = backhaul_scenario();
  auto station = node_at(scenario, "new", at(5000, 9000));
  station.is_connected = true;
  CHECK(route_of(scenario, ridge_terrain(100.0F), station).first_medium() == Medium::kExisting);
}

TEST_CASE("no route begins with a link that costs less than the least link of its station") {
  scenario::Scenario scenario = backhaul_scenario();
  add_hamlet(scenario, "village", at(9000, 9000)).fixed_broadband = true;
  const std::vector stations = {node_at(scenario, "a", at(5000, 9000)), node_at(scenario, "b", at(3000, 9000)),
                                node_at(scenario, "far", at(3000, 19900))};
  const planning::BackhaulFinder finder(scenario, ridge_terrain(100.0F), {});
  const auto least = finder.least_link_objectives(stations);
  CHECK(least.at(0) == doctest::Approx(20.0));
  CHECK(least.at(1) == doctest::Approx(20.0));
  CHECK(least.at(2) == doctest::Approx(100.0));
}
