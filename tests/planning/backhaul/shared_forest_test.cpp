#include "sim/planning/backhaul/shared_forest.h"

#include <doctest/doctest.h>

#include "tests/planning/backhaul/forest_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

TEST_CASE("fibre nodes and connected masts stand in the forest from the start, stations once they are attached") {
  ForestWorld world = three_in_a_row();
  CHECK(world.forest.is_root(world.node("N")));
  CHECK(world.forest.node(world.node("N")).active);
  CHECK_FALSE(world.forest.is_root(world.node("A")));
  CHECK_FALSE(world.forest.node(world.node("A")).active);
  world.fibre("A", "N", 2.0);
  CHECK(world.forest.node(world.node("A")).active);
}

TEST_CASE("a station has a node of its own unless it is connected") {
  scenario::Scenario scenario = backhaul_scenario();
  BackhaulNode connected = node_at(scenario, "on", at(1000, 1000));
  connected.is_connected = true;
  const auto off = node_at(scenario, "off", at(2000, 1000));
  const ForestWorld world(scenario, ridge_terrain(100.0F), {connected, off});
  CHECK(world.forest.node_of_station(0) == kNoParent);
  CHECK(world.forest.node_of_station(1) == world.node("off"));
  CHECK(world.forest.role(world.node("on")) == ForestRole::kMastRoot);
}

TEST_CASE("a relay is in the forest where a route of its own passes it, and knows how that route went on") {
  const ForestWorld world = two_behind_a_ridge();
  const ForestIndex top = world.node("top");
  CHECK(world.forest.role(top) == ForestRole::kRelay);
  CHECK_FALSE(world.forest.node(top).active);
  CHECK(world.forest.default_uplink(top).medium == Medium::kMicrowave);
  CHECK(world.forest.default_uplink(top).parent == world.node("M"));
}

TEST_CASE("fibre costs by its route, a hop and a terminal once, a relay its mast and power beside its uplink") {
  const ForestWorld world = two_behind_a_ridge();
  CHECK(world.forest.cost_of(Uplink{.medium = Medium::kFibre, .fibre_km = 2.5}) == doctest::Approx(2500.0));
  CHECK(world.forest.cost_of(Uplink{.medium = Medium::kSatellite}) == doctest::Approx(1000.0));
  CHECK(world.forest.cost_of(Uplink{}) == 0.0);
  const Uplink hop{.medium = Medium::kMicrowave, .parent = world.node("M")};
  CHECK(world.forest.cost_with(world.node("A"), hop) == doctest::Approx(100.0));
  CHECK(world.forest.cost_with(world.node("top"), hop) == doctest::Approx(100.0 + 150.0 + 50.0));
}

TEST_CASE("a forest costs what its attached nodes cost") {
  ForestWorld world = three_in_a_row();
  CHECK(world.forest.total_cost() == 0.0);
  world.fibre("A", "N", 2.0);
  world.hop("B", "A");
  world.satellite("C");
  CHECK(world.forest.total_cost() == doctest::Approx(20.0 + 100.0 + 1000.0));
}

TEST_CASE("hops are counted to fibre, and a mast fed by microwave is one hop from it") {
  scenario::Scenario scenario = backhaul_scenario();
  add_mast(scenario, "M", at(3000, 9000), network::Backhaul::kMicrowave);
  ForestWorld world = three_in_a_row(scenario);
  world.fibre("A", "N", 2.0);
  world.hop("B", "A");
  world.hop("C", "M");
  CHECK(world.forest.hops_to_fibre(world.node("A")) == 0);
  CHECK(world.forest.hops_to_fibre(world.node("B")) == 1);
  CHECK(world.forest.hops_to_fibre(world.node("M")) == 1);
  CHECK(world.forest.hops_to_fibre(world.node("C")) == 2);
}

TEST_CASE("neither a node with a satellite terminal nor one that is taken away reaches fibre, nor what hangs on them") {
  ForestWorld world = three_in_a_row();
  CHECK(world.forest.hops_to_fibre(world.node("A")) < 0);
  world.satellite("A");
  world.hop("B", "A");
  CHECK(world.forest.hops_to_fibre(world.node("A")) < 0);
  CHECK(world.forest.hops_to_fibre(world.node("B")) < 0);
}

TEST_CASE("a node is fed by fibre where every link down to a fibre node is fibre") {
  ForestWorld world = three_in_a_row();
  world.fibre("A", "N", 2.0);
  world.fibre("B", "A", 2.0);
  world.hop("C", "B");
  CHECK(world.forest.is_fibre_fed(world.node("N")));
  CHECK(world.forest.is_fibre_fed(world.node("B")));
  CHECK_FALSE(world.forest.is_fibre_fed(world.node("C")));
}

TEST_CASE("the links of a node are counted up and down, the hops below it down the longest branch") {
  ForestWorld world = three_in_a_row();
  world.fibre("A", "N", 2.0);
  world.hop("B", "A");
  world.hop("C", "B");
  CHECK(world.forest.microwave_links(world.node("A")) == 1);
  CHECK(world.forest.microwave_links(world.node("B")) == 2);
  CHECK(world.forest.hops_below(world.node("N")) == 2);
  CHECK(world.forest.hops_below(world.node("B")) == 1);
  CHECK(world.forest.has_fibre_children(world.node("N")));
  CHECK_FALSE(world.forest.has_fibre_children(world.node("A")));
}

TEST_CASE("a relay goes with the last node that hangs on it") {
  ForestWorld world = two_behind_a_ridge();
  world.hop("top", "M");
  world.hop("A", "top");
  world.hop("B", "top");
  CHECK(world.forest.detach(world.node("B")).size() == 1);
  CHECK(world.forest.node(world.node("top")).active);
  const RemovedUplinks removed = world.forest.detach(world.node("A"));
  REQUIRE(removed.size() == 2);
  CHECK(removed[1].first == world.node("top"));
  CHECK_FALSE(world.forest.node(world.node("top")).active);
  CHECK(world.forest.cost_of(removed) == doctest::Approx(100.0 + 300.0));
  CHECK(world.forest.node(world.node("M")).children.empty());
}

TEST_CASE("a station stays when the last node that hangs on it is taken away") {
  ForestWorld world = three_in_a_row();
  world.fibre("A", "N", 2.0);
  world.hop("B", "A");
  CHECK(world.forest.detach(world.node("B")).size() == 1);
  CHECK(world.forest.hops_to_fibre(world.node("A")) == 0);
}

TEST_CASE("what was taken away is put back as it was") {
  ForestWorld world = two_behind_a_ridge();
  world.hop("top", "M");
  world.hop("A", "top");
  const double cost = world.forest.total_cost();
  const RemovedUplinks removed = world.forest.detach(world.node("A"));
  CHECK(world.forest.total_cost() < cost);
  world.forest.restore(removed);
  CHECK(world.forest.total_cost() == cost);
  CHECK(world.forest.hops_to_fibre(world.node("A")) == 2);
}
