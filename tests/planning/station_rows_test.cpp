#include "sim/planning/station_rows.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/planning/priced_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

NewRows rows_of(PricedWorld& world, const std::vector<covering::OptionIndex>& built) {
  return new_rows(world.scenario, world.priced(), world.connect(built));
}

const network::Site& row_of(const NewRows& rows, const std::string& id) {
  const auto found = std::ranges::find(rows.sites, id, &network::Site::site_id);
  REQUIRE(found != rows.sites.end());
  return *found;
}

}  // namespace

TEST_CASE("new masts and relays name the mast that their link leads to") {
  PricedWorld world = two_over_a_relay();
  const NewRows rows = rows_of(world, {0, 1});
  CHECK(row_of(rows, "A").backhaul_to == "top");
  // B may as well hop over A, for the same price.
  const std::string to = row_of(rows, "B").backhaul_to;
  CHECK((to == "A" || to == "top"));
  CHECK(row_of(rows, "top").backhaul_to == "M");
}

TEST_CASE("fibre to another station names it, fibre to a node that is no mast nothing") {
  PricedWorld world = two_on_a_trench();
  const NewRows rows = rows_of(world, {0, 1});
  CHECK(row_of(rows, "A").backhaul_to.empty());
  CHECK(row_of(rows, "B").backhaul_to == "A");
  CHECK(row_of(rows, "B").backhaul == network::Backhaul::kFibre);
}

TEST_CASE("a satellite terminal leads to no mast, whatever masts are called") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 10000.0);
  set_cost(scenario, "satellite_terminal", 10.0);
  add_mast(scenario, "satellite", at(3000, 9000), network::Backhaul::kFibre);
  const std::vector masts = {node_at(scenario, "A", at(5000, 9000))};
  PricedWorld world(std::move(scenario), ridge_terrain(100.0F), masts);
  const NewRows rows = rows_of(world, {0});
  CHECK(row_of(rows, "A").backhaul == network::Backhaul::kSatellite);
  CHECK(row_of(rows, "A").backhaul_to.empty());
}

TEST_CASE("equipment on a mast without backhaul gives it the new link, on one that is connected leaves the old one") {
  PricedWorld world = two_hops(4);
  network::Site& without = add_mast(world.scenario, "A", at(5000, 9000), network::Backhaul::kNone);
  without.backhaul_to = "B";
  world.set.sites[0].site = without;
  world.set.sites[0].kind = world.set.sites[1].kind = StationKind::kUpgrade;
  world.set.sites[0].has_row = world.set.sites[1].has_row = true;
  world.set.sites[0].mast_id = "A";
  world.set.sites[1].mast_id = "B";
  add_mast(world.scenario, "B", at(7000, 9000), network::Backhaul::kMicrowave).backhaul_to = "A";
  ConnectedStations connected = world.connect({0, 1});
  connected.backhaul.route_of_station[1].links.clear();
  const NewRows rows = new_rows(world.scenario, world.priced(), connected);
  REQUIRE(rows.upgrades.size() == 2);
  CHECK(rows.upgrades[0].mast.backhaul == network::Backhaul::kMicrowave);
  CHECK(rows.upgrades[0].mast.backhaul_to == "M");
  CHECK(rows.upgrades[1].mast.backhaul_to == "A");
}
