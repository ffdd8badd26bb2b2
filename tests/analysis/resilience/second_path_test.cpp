#include "sim/analysis/resilience/second_path.h"

#include <doctest/doctest.h>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::tests;
using network::Backhaul;
using planning::BackhaulLink;
using planning::BackhaulRoute;
using planning::Medium;

namespace {

/// A text of one letter that is assigned as it stands makes GCC 12 warn of a copy that is none.
void hang_on(network::Site& mast, const std::string& to) {
  mast.backhaul_to = to;
}

/// Mast A, which a plan has linked to mast M with fibre, on flat ground where fibre is too dear.
struct LinkedMast {
  scenario::Scenario scenario = backhaul_scenario();
  gis::Terrain terrain = ridge_terrain(100.0F);
  BackhaulLink link{.from = "A", .to = "M", .medium = Medium::kMicrowave};
  std::vector<planning::BackhaulNode> relay_locations{};

  LinkedMast() {
    set_cost(scenario, "fibre_per_km", 10000.0);
    hang_on(add_mast(scenario, "A", at(3000, 9000), Backhaul::kMicrowave), "M");
    add_mast(scenario, "M", at(5000, 9000), Backhaul::kFibre);
  }

  BackhaulRoute second() const {
    progress::Progress progress;
    const analysis::HangingMasts hanging(scenario.network.sites.size(), analysis::links_of_sites(scenario.network));
    return analysis::second_path(
        {.scenario = scenario, .terrain = terrain, .hanging = hanging, .relay_locations = relay_locations}, link, 0,
        progress);
  }
};

}  // namespace

TEST_CASE("the second path leads to another mast than the first") {
  LinkedMast world;
  add_mast(world.scenario, "M2", at(9000, 9000), Backhaul::kFibre);
  const BackhaulRoute route = world.second();
  REQUIRE(route.links.size() == 1);
  CHECK(route.links[0].from == "A");
  CHECK(route.links[0].to == "M2");
  CHECK(route.links[0].medium == Medium::kMicrowave);
  CHECK(route.length_km() == doctest::Approx(6.0));
  CHECK(route.cost().capex_million_vnd == doctest::Approx(100.0));
}

TEST_CASE("where no other mast is left it is a satellite terminal") {
  const BackhaulRoute route = LinkedMast().second();
  CHECK(route.first_medium() == Medium::kSatellite);
  CHECK(route.cost().capex_million_vnd == doctest::Approx(1000.0));
}

TEST_CASE("masts that hang on the link, or on the mast at its end, are no way out") {
  LinkedMast world;
  hang_on(add_mast(world.scenario, "behind", at(4000, 9000), Backhaul::kMicrowave), "A");
  hang_on(add_mast(world.scenario, "beside", at(6000, 9000), Backhaul::kMicrowave), "M");
  hang_on(add_mast(world.scenario, "further", at(7000, 9000), Backhaul::kMicrowave), "beside");
  CHECK(world.second().first_medium() == Medium::kSatellite);
  add_mast(world.scenario, "free", at(8000, 9000), Backhaul::kMicrowave);
  CHECK(world.second().links[0].to == "free");
}

TEST_CASE("a link over a relay is doubled over another relay") {
  LinkedMast world;
  world.terrain = ridge_terrain(300.0F);
  world.scenario.network.sites[1].position = at(9950, 9000);  // now the relay on the ridge
  world.scenario.network.sites[1].backhaul = Backhaul::kMicrowave;
  world.scenario.network.sites[1].backhaul_to = "core";
  add_mast(world.scenario, "core", at(17000, 9000), Backhaul::kFibre);
  CHECK(world.second().first_medium() == Medium::kSatellite);
  world.relay_locations = {node_at(world.scenario, "relay-top", at(10000, 12000), 0.0)};
  const BackhaulRoute route = world.second();
  REQUIRE(route.links.size() == 2);
  CHECK(route.links[0].to == "relay-top");
  CHECK(route.links[1].to == "core");
  REQUIRE(route.relays.size() == 1);
  CHECK(route.cost().capex_million_vnd == doctest::Approx(2 * 100.0 + 150.0 + 50.0));
}

TEST_CASE("fibre to a node of the table is doubled by fibre to the next") {
  LinkedMast world;
  set_cost(world.scenario, "fibre_per_km", 10.0);
  world.link = {.from = "A", .to = "N1", .medium = Medium::kFibre};
  add_fibre_node(world.scenario, "N1", at(3000, 8000));
  add_fibre_node(world.scenario, "N2", at(3000, 12000));
  world.scenario.network.sites.pop_back();
  const BackhaulRoute route = world.second();
  REQUIRE(route.links.size() == 1);
  CHECK(route.links[0].to == "N2");
  CHECK(route.links[0].medium == Medium::kFibre);
}

TEST_CASE("fibre to a hamlet with broadband is doubled by fibre to the next such hamlet") {
  LinkedMast world;
  set_cost(world.scenario, "fibre_per_km", 10.0);
  world.link = {.from = "A", .to = "H1", .medium = Medium::kFibre};
  add_hamlet(world.scenario, "H1", at(3000, 8000)).fixed_broadband = true;
  add_hamlet(world.scenario, "H2", at(3000, 12000)).fixed_broadband = true;
  world.scenario.network.sites.pop_back();
  CHECK(world.second().links[0].to == "H2");
}

TEST_CASE("relays go where nothing stands yet") {
  scenario::Scenario scenario = backhaul_scenario();
  add_mast(scenario, "relay-P", at(1000, 1000), Backhaul::kMicrowave);
  add_mast(scenario, "P2", at(2000, 1000), Backhaul::kMicrowave);
  const std::vector free = analysis::free_relay_locations(
      scenario, {node_at(scenario, "relay-P", at(1000, 1500)), node_at(scenario, "relay-P2", at(2000, 1000)),
                 node_at(scenario, "relay-P3", at(3000, 1000))});
  REQUIRE(free.size() == 1);
  CHECK(free[0].id == "relay-P3");
}
