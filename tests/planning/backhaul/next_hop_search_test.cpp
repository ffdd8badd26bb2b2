#include "sim/planning/backhaul/next_hop_search.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::Backhaul;
using Next = NextHop::Kind;

namespace {

/// Flat ground but for a ridge of 300 m across the middle, the masts and fibre nodes that a test adds, and relay
/// places.
struct SearchWorld {
  scenario::Scenario scenario = backhaul_scenario();
  gis::Terrain terrain = ridge_terrain(300.0F);
  std::vector<BackhaulNode> relay_locations{};

  BackhaulNode from(gis::MapPoint position) const { return node_at(scenario, "new", position); }
  NextHop fibre(gis::MapPoint position, double limit) const {
    const RoutingGraph ground(scenario, terrain, relay_locations);
    return NextHopSearch(ground).by_fibre(from(position), limit);
  }
  NextHop hop(gis::MapPoint position, const HopLimits& limits) const {
    const RoutingGraph ground(scenario, terrain, relay_locations);
    return NextHopSearch(ground).by_microwave(from(position), limits);
  }
  NextHop cheapest(gis::MapPoint position) const {
    const RoutingGraph ground(scenario, terrain, relay_locations);
    return NextHopSearch(ground).cheapest(from(position));
  }
};

}  // namespace

TEST_CASE("fibre leads to the nearest fibre node, where it costs less than the limit") {
  SearchWorld world;
  add_fibre_node(world.scenario, "far", at(1000, 5000));
  add_fibre_node(world.scenario, "near", at(6000, 5000));
  const NextHop found = world.fibre(at(4000, 5000), 20.1);
  CHECK(found.kind == Next::kFibre);
  CHECK(found.index == 1);
  CHECK(found.objective == doctest::Approx(20.0));  // 2 km for 10 each
  CHECK(world.fibre(at(4000, 5000), 20.0).kind == Next::kNone);
  CHECK(std::isinf(world.fibre(at(4000, 5000), 20.0).objective));
}

TEST_CASE("of masts for the same cost a hop leads to the nearest in sight") {
  SearchWorld world;
  add_mast(world.scenario, "far", at(1000, 5000), Backhaul::kFibre);
  add_mast(world.scenario, "near", at(2000, 5000), Backhaul::kFibre);
  add_mast(world.scenario, "behind the ridge", at(11000, 5000), Backhaul::kFibre);
  const NextHop found = world.hop(at(8000, 5000), {.limit = 1000.0});
  CHECK(found.kind == Next::kConnected);
  CHECK(found.index == 1);
  CHECK(found.objective == doctest::Approx(100.0));
}

TEST_CASE("a hop costs less than the limit") {
  SearchWorld world;
  add_mast(world.scenario, "M", at(2000, 5000), Backhaul::kFibre);
  CHECK(world.hop(at(8000, 5000), {.limit = 100.1}).kind == Next::kConnected);
  CHECK(world.hop(at(8000, 5000), {.limit = 100.0}).kind == Next::kNone);
}

TEST_CASE("a hop is no longer than max_hop_km") {
  SearchWorld world;
  add_mast(world.scenario, "M", at(2000, 5000), Backhaul::kFibre);
  world.scenario.options.backhaul.max_hop_km = 6.0;
  CHECK(world.hop(at(8000, 5000), {.limit = 1000.0}).kind == Next::kConnected);
  world.scenario.options.backhaul.max_hop_km = 5.999;
  CHECK(world.hop(at(8000, 5000), {.limit = 1000.0}).kind == Next::kNone);
}

TEST_CASE("a mast fed by microwave needs a budget of two hops") {
  SearchWorld world;
  add_mast(world.scenario, "M", at(2000, 5000), Backhaul::kMicrowave);
  CHECK(world.hop(at(8000, 5000), {.hop_budget = 1, .limit = 1000.0}).kind == Next::kNone);
  CHECK(world.hop(at(8000, 5000), {.hop_budget = 2, .limit = 1000.0}).kind == Next::kConnected);
}

TEST_CASE("only what a smaller budget could not reach is looked at where that was looked at before") {
  SearchWorld world;
  add_mast(world.scenario, "M", at(2000, 5000), Backhaul::kFibre);
  CHECK(world.hop(at(8000, 5000), {.hop_budget = 1, .only_newest = true, .limit = 1e4}).kind == Next::kConnected);
  CHECK(world.hop(at(8000, 5000), {.hop_budget = 2, .only_newest = true, .limit = 1e4}).kind == Next::kNone);
}

TEST_CASE("a mast that stands and is not connected is passed for a hop more, a relay for its mast and power too") {
  SearchWorld world;
  add_mast(world.scenario, "M", at(3000, 9000), Backhaul::kFibre);
  set_cost(world.scenario, "fibre_per_km", 1000.0);
  world.relay_locations = {node_at(world.scenario, "top", at(10000, 9000), 0.0)};
  const NextHop relay = world.cheapest(at(17000, 9000));
  CHECK(relay.kind == Next::kTransit);
  CHECK(relay.objective == doctest::Approx(100.0 + 200.0 + 100.0));
  add_mast(world.scenario, "dish", at(10000, 9200), Backhaul::kSatellite);
  CHECK(world.cheapest(at(17000, 9000)).objective == doctest::Approx(100.0 + 100.0));
}

TEST_CASE("a way that costs as much as a satellite terminal is none") {
  SearchWorld world;
  add_fibre_node(world.scenario, "N", at(4000, 5000));
  set_cost(world.scenario, "satellite_terminal", 40.0);
  CHECK(world.cheapest(at(8000, 5000)).kind == Next::kNone);
  set_cost(world.scenario, "satellite_terminal", 40.1);
  CHECK(world.cheapest(at(8000, 5000)).kind == Next::kFibre);
}

TEST_CASE("of fibre and a hop for the same cost fibre is taken") {
  SearchWorld world;
  add_mast(world.scenario, "M", at(2000, 5000), Backhaul::kFibre);
  set_cost(world.scenario, "microwave_hop", 60.0);
  CHECK(world.cheapest(at(8000, 5000)).kind == Next::kFibre);
  set_cost(world.scenario, "microwave_hop", 59.9);
  CHECK(world.cheapest(at(8000, 5000)).kind == Next::kConnected);
}
