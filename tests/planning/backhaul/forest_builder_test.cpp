#include "sim/planning/backhaul/forest_builder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "tests/planning/backhaul/forest_world.h"
#include "tests/planning/stop_at_once.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

std::vector<ForestIndex> nodes(const ForestWorld& world, const std::vector<std::string>& ids) {
  std::vector<ForestIndex> result;
  for (const std::string& id : ids)
    result.push_back(world.node(id));
  return result;
}

ForestBuilder builder_of(ForestWorld& world) {
  return {world.ground(), world.forest, world.progress};
}

/// Up to 6 stations on flat ground around a fibre node, with limits that matter, drawn by rapidcheck.
ForestWorld drawn_world() {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", *rc::gen::inRange(10, 300));
  scenario.options.backhaul.max_hops = *rc::gen::inRange(1, 4);
  scenario.options.backhaul.max_links_per_node = *rc::gen::inRange(1, 4);
  add_mast(scenario, "M", at(9000, 9000), network::Backhaul::kFibre);
  std::vector<BackhaulNode> stations;
  const int count = *rc::gen::inRange(2, 7);
  for (int i = 0; i < count; ++i) {
    const double x_m = *rc::gen::inRange(1000, 19000), y_m = *rc::gen::inRange(1000, 19000);
    stations.push_back(node_at(scenario, fmt::format("s{}", i), at(x_m, y_m)));
  }
  return {std::move(scenario), ridge_terrain(100.0F), std::move(stations)};
}

std::vector<ForestIndex> stations_of(const ForestWorld& world) {
  std::vector<ForestIndex> stations;
  for (ForestIndex index = 0; index < world.forest.size(); ++index)
    if (world.forest.role(index) == ForestRole::kStation) stations.push_back(index);
  return stations;
}

void assert_keeps_limits(const ForestWorld& world) {
  const scenario::BackhaulOptions& options = world.scenario.options.backhaul;
  for (const ForestIndex station : stations_of(world)) {
    const ForestNode& node = world.forest.node(station);
    RC_ASSERT(node.active);
    RC_ASSERT(world.forest.microwave_links(station) <= options.max_links_per_node);
    const int hops = world.forest.hops_to_fibre(station);
    const bool is_alone_on_satellite = node.uplink.medium == Medium::kSatellite && node.children.empty();
    RC_ASSERT((hops < 0 ? is_alone_on_satellite : hops <= options.max_hops));
  }
}

}  // namespace

TEST_CASE("a station is inserted as cheaply as those before it allow") {
  ForestWorld world = three_in_a_row();
  builder_of(world).insert(nodes(world, {"A", "B", "C"}));
  CHECK(world.forest.total_cost() == doctest::Approx(60.0));  // one trench
  ForestWorld backwards = three_in_a_row();
  builder_of(backwards).insert(nodes(backwards, {"C", "B", "A"}));
  CHECK(backwards.forest.total_cost() == doctest::Approx(60.0 + 20.0 + 20.0));  // B joins C, A joins N
}

TEST_CASE("a relay is built with the first station that needs it") {
  ForestWorld world = two_behind_a_ridge();
  ForestBuilder builder = builder_of(world);
  builder.insert(nodes(world, {"A"}));
  CHECK(world.forest.total_cost() == doctest::Approx(400.0));
  builder.insert(nodes(world, {"B"}));
  CHECK(world.forest.total_cost() == doctest::Approx(500.0));
}

TEST_CASE("single nodes move to where they cost less, and what no single move mends is mended by taking several out") {
  ForestWorld world = three_in_a_row();
  ForestBuilder builder = builder_of(world);
  builder.insert(nodes(world, {"C", "B", "A"}));
  builder.improve();
  CHECK(world.forest.total_cost() == doctest::Approx(40.0 + 20.0 + 20.0));  // C joins A, and B still hangs on C
  builder.ruin_and_recreate(nodes(world, {"C", "B", "A"}));
  CHECK(world.forest.total_cost() == doctest::Approx(60.0));
}

TEST_CASE("a station takes a dearer uplink where its neighbours then need no satellite terminal") {
  // 2 km of fibre to the nearest one cost 1200, and two hops then save 1800.
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 600.0);
  ForestWorld world = three_in_a_row(scenario);
  ForestBuilder builder = builder_of(world);
  builder.insert(nodes(world, {"A", "B", "C"}));
  CHECK(world.forest.total_cost() == doctest::Approx(3000.0));
  builder.improve();
  CHECK(world.forest.total_cost() == doctest::Approx(1200.0 + 100.0 + 100.0));
}

TEST_CASE("a hub that saves no more than it costs is not built") {
  // Two hops save 1800, 2 km of fibre for 2801 more than a terminal do not pay.
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 1400.1);
  ForestWorld dear = three_in_a_row(scenario);
  builder_of(dear).insert(nodes(dear, {"A", "B", "C"}));
  builder_of(dear).improve();
  CHECK(dear.forest.total_cost() == doctest::Approx(3000.0));
  set_cost(scenario, "fibre_per_km", 1399.9);
  ForestWorld cheap = three_in_a_row(scenario);
  builder_of(cheap).insert(nodes(cheap, {"A", "B", "C"}));
  builder_of(cheap).improve();
  CHECK(cheap.forest.total_cost() == doctest::Approx(2799.8 + 200.0));
}

TEST_CASE("a builder that is asked to stop throws") {
  ForestWorld world = three_in_a_row();
  StopAtOnce stop;
  ForestBuilder builder(world.ground(), world.forest, stop);
  CHECK_THROWS_AS(builder.insert(nodes(world, {"A"})), progress::Stopped);
  CHECK_THROWS_AS(builder.improve(), progress::Stopped);
  CHECK_THROWS_AS(builder.ruin_and_recreate(nodes(world, {"A", "B"})), progress::Stopped);
}

TEST_CASE("each stage keeps the limits of hops and links and makes the forest no dearer") {
  CHECK(rc::check([] {
    ForestWorld world = drawn_world();
    const auto stations = stations_of(world);
    ForestBuilder builder = builder_of(world);
    builder.insert(stations);
    assert_keeps_limits(world);
    const double inserted = world.forest.total_cost();
    builder.improve();
    assert_keeps_limits(world);
    const double improved = world.forest.total_cost();
    RC_ASSERT(improved <= inserted + 1e-6);
    builder.ruin_and_recreate(stations);
    assert_keeps_limits(world);
    RC_ASSERT(world.forest.total_cost() <= improved + 1e-6);
  }));
}

TEST_CASE("the same seed builds the same forest") {
  CHECK(rc::check([] {
    ForestWorld world = drawn_world();
    const auto stations = stations_of(world);
    const auto uplinks = [&] {
      std::vector<std::pair<Medium, ForestIndex>> result;
      for (const ForestIndex station : stations)
        result.emplace_back(world.forest.node(station).uplink.medium, world.forest.node(station).uplink.parent);
      return result;
    };
    const std::vector<ForestNode> empty = world.forest.snapshot();
    ForestBuilder first = builder_of(world);
    first.insert(stations);
    first.ruin_and_recreate(stations);
    const auto found = uplinks();
    world.forest.restore(empty);
    ForestBuilder second = builder_of(world);
    second.insert(stations);
    second.ruin_and_recreate(stations);
    RC_ASSERT(uplinks() == found);
  }));
}
