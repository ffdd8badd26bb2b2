#include "sim/planning/backhaul/uplink_search.h"

#include <doctest/doctest.h>

#include "tests/planning/backhaul/forest_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

UplinkChoice cheapest(const ForestWorld& world, const std::string& id, bool may_take_satellite = true) {
  return UplinkSearch(world.ground(), world.forest).cheapest(world.node(id), may_take_satellite);
}

bool can_hop(const ForestWorld& world, const std::string& from, const std::string& to) {
  return UplinkSearch(world.ground(), world.forest).can_hop(world.node(from), world.node(to));
}

/// Fibre so dear that none is laid.
scenario::Scenario with_dear_fibre() {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 10000.0);
  return scenario;
}

}  // namespace

TEST_CASE("fibre is laid to the nearest place that fibre feeds, be it a station") {
  ForestWorld world = three_in_a_row();
  CHECK(cheapest(world, "C").cost == doctest::Approx(60.0));
  CHECK(cheapest(world, "C").uplink.parent == world.node("N"));
  world.fibre("B", "N", 4.0);
  CHECK(cheapest(world, "C").cost == doctest::Approx(20.0));
  CHECK(cheapest(world, "C").uplink.parent == world.node("B"));
}

TEST_CASE("no fibre is laid to a station that a hop or a satellite terminal feeds") {
  ForestWorld world = three_in_a_row();
  world.satellite("B");
  CHECK(cheapest(world, "C").uplink.parent == world.node("N"));
}

TEST_CASE("a hop to a mast that reaches fibre beats dearer fibre, and the nearest of the masts takes it") {
  scenario::Scenario scenario = with_dear_fibre();
  add_mast(scenario, "far", at(3000, 9000), network::Backhaul::kFibre);
  add_mast(scenario, "near", at(9000, 9000), network::Backhaul::kFibre);
  const ForestWorld world = three_in_a_row(scenario);
  CHECK(cheapest(world, "C").uplink.medium == Medium::kMicrowave);
  CHECK(cheapest(world, "C").uplink.parent == world.node("near"));
  CHECK(cheapest(world, "C").cost == doctest::Approx(100.0));
}

TEST_CASE("a satellite terminal is for a station that passes on nothing, where it may have one") {
  ForestWorld world = three_in_a_row(with_dear_fibre());
  CHECK(cheapest(world, "A").uplink.medium == Medium::kSatellite);
  CHECK(cheapest(world, "A", false).uplink.medium == Medium::kFibre);
  world.hop("B", "A");
  CHECK(cheapest(world, "A").uplink.medium == Medium::kFibre);
}

TEST_CASE("a hop to a relay that does not stand yet pays for the relay and its way on") {
  ForestWorld world = two_behind_a_ridge();
  CHECK(cheapest(world, "B").uplink.parent == world.node("top"));
  CHECK(cheapest(world, "B").cost == doctest::Approx(100.0 + 200.0 + 100.0));
  world.hop("top", "M");
  world.hop("A", "top");
  CHECK(cheapest(world, "B").cost == doctest::Approx(100.0));
}

TEST_CASE("a hop leads neither to the mast itself nor to a fibre node without a mast nor to what reaches no fibre") {
  ForestWorld world = three_in_a_row();
  world.fibre("A", "N", 2.0);
  CHECK(can_hop(world, "B", "A"));
  CHECK_FALSE(can_hop(world, "A", "A"));
  CHECK_FALSE(can_hop(world, "B", "N"));
  CHECK_FALSE(can_hop(world, "B", "C"));
}

TEST_CASE("no hop makes a route longer than max_hops, counted down to the last that hangs on it") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.max_hops = 2;
  ForestWorld world = three_in_a_row(scenario);
  world.fibre("A", "N", 2.0);
  CHECK(can_hop(world, "B", "A"));
  world.hop("C", "B");
  CHECK(can_hop(world, "B", "A"));  // C would be two hops from fibre
  scenario.options.backhaul.max_hops = 1;
  ForestWorld shorter = three_in_a_row(scenario);
  shorter.fibre("A", "N", 2.0);
  CHECK(can_hop(shorter, "B", "A"));
  shorter.hop("C", "B");
  CHECK_FALSE(can_hop(shorter, "B", "A"));
}

TEST_CASE("neither end of a hop gets more links than max_links_per_node") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.max_links_per_node = 1;
  ForestWorld world = three_in_a_row(scenario);
  world.fibre("A", "N", 2.0);
  CHECK(can_hop(world, "C", "A"));
  world.hop("B", "A");
  CHECK_FALSE(can_hop(world, "C", "A"));
  CHECK_FALSE(can_hop(world, "C", "B"));
}

TEST_CASE("a station that fibre goes on from is fed by fibre, not by a hop") {
  scenario::Scenario scenario = backhaul_scenario();
  add_mast(scenario, "M", at(3000, 9000), network::Backhaul::kFibre);
  ForestWorld world = three_in_a_row(scenario);
  CHECK(can_hop(world, "A", "M"));
  world.fibre("B", "A", 2.0);
  CHECK_FALSE(can_hop(world, "A", "M"));
}

TEST_CASE("a ridge stops a hop, and the answer is remembered for both calls") {
  const ForestWorld world = two_behind_a_ridge();
  UplinkSearch search(world.ground(), world.forest);
  for (int call = 0; call < 2; ++call) {
    CHECK(search.is_link(world.node("A"), world.node("top")));
    CHECK_FALSE(search.is_link(world.node("A"), world.node("M")));
  }
}
