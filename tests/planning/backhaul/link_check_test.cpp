#include "sim/planning/backhaul/link_check.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

#include "sim/planning/backhaul/microwave_link.h"
#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

std::string fault_over(const gis::Terrain& terrain, const scenario::Scenario& scenario, gis::MapPoint from,
                       gis::MapPoint to, double mast_height_m = 42.0) {
  return fault_of_microwave(terrain, scenario.options, node_at(scenario, "a", from, mast_height_m),
                            node_at(scenario, "b", to, mast_height_m));
}

}  // namespace

TEST_CASE("a hop over flat ground has no fault") {
  CHECK(fault_over(ridge_terrain(100.0F), backhaul_scenario(), at(5000, 9000), at(15000, 9000)).empty());
}

TEST_CASE("a hop longer than max_hop_km is a fault") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.max_hop_km = 10.0;
  const gis::Terrain flat = ridge_terrain(100.0F);
  CHECK(fault_over(flat, scenario, at(5000, 9000), at(15000, 9000)).empty());
  CHECK(fault_over(flat, scenario, at(5000, 9000), at(15001, 9000)) == "is longer than max_hop_km");
}

TEST_CASE("a hop that ends off the terrain is a fault") {
  CHECK(fault_over(ridge_terrain(100.0F), backhaul_scenario(), at(1000, 9000), at(-2000, 9000)) ==
        "has an end off the terrain");
}

TEST_CASE("a ridge in the way is a fault by the metres that the ray lacks") {
  // In the middle of 10 km the ray at 140 m loses 2.94 m to the Earth at k = 2/3 and 5.99 m to 0.6 F1.
  const scenario::Scenario scenario = backhaul_scenario();
  CHECK(fault_over(ridge_terrain(131.0F), scenario, at(5000, 9000), at(15000, 9000)).empty());
  CHECK(fault_over(ridge_terrain(135.0F), scenario, at(5000, 9000), at(15000, 9000)) == "lacks 3.94 m of clearance");
}

TEST_CASE("vegetation is in the way over bare ground, not over a surface model") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.vegetation_m = 35.0;
  const gis::Terrain flat = ridge_terrain(100.0F);
  CHECK(fault_over(flat, scenario, at(5000, 9000), at(15000, 9000)).empty());
  scenario.options.terrain.elevation_kind = scenario::ElevationKind::kTerrain;
  CHECK(fault_over(flat, scenario, at(5000, 9000), at(15000, 9000)) == "lacks 3.94 m of clearance");
}

TEST_CASE("a hop that is up for less of the year than asked for is a fault") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.tx_power_dbm = 5.0;  // 22 dB less: rain is heard
  scenario.options.backhaul.availability_percent = 90.0;
  const gis::Terrain flat = ridge_terrain(100.0F);
  MicrowaveEngine engine(flat, scenario.options);
  const BackhaulNode from = node_at(scenario, "a", at(5000, 9000), 42.0),
                     to = node_at(scenario, "b", at(15000, 9000), 42.0);
  const double percent = engine.link(from, to).value().availability_percent;
  scenario.options.backhaul.availability_percent = percent - 1e-5;
  CHECK(fault_of_microwave(flat, scenario.options, from, to).empty());
  scenario.options.backhaul.availability_percent = percent + 1e-5;
  CHECK(fault_of_microwave(flat, scenario.options, from, to).ends_with(" % of the year only"));
}

TEST_CASE("a hop whose received level is below the threshold is never available") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.rx_threshold_dbm = 0.0;
  CHECK(fault_over(ridge_terrain(100.0F), scenario, at(5000, 9000), at(15000, 9000)) ==
        "is available for 0.0000 % of the year only");
}

TEST_CASE("the check finds no fault in a hop that the engine takes, and one in each that taller masts do not save") {
  const scenario::Scenario scenario = backhaul_scenario();
  CHECK(rc::check([&scenario] {
    const double relief_m = *rc::gen::inRange(0, 300);
    const double length_m = *rc::gen::inRange(1500, 6000), phase = *rc::gen::inRange(0, 628) * 0.01;
    const gis::Terrain terrain = make_terrain(80, 100.0, [=](double x_m, double y_m) {
      return static_cast<float>(100.0 + relief_m * std::sin(x_m / length_m * 6.28 + phase) * std::cos(y_m / 1700.0));
    });
    const auto draw = [] { return 100.0 + *rc::gen::inRange(0, 7800); };
    const gis::MapPoint from = at(draw(), draw()), to = at(draw(), draw());
    RC_PRE(distance_m(from, to) > 10.0);
    MicrowaveEngine engine(terrain, scenario.options);
    const auto link = [&](double height_m) {
      return engine.link(node_at(scenario, "a", from, height_m), node_at(scenario, "b", to, height_m)).has_value();
    };
    const std::string fault = fault_over(terrain, scenario, from, to, 30.0);
    if (link(30.0)) RC_ASSERT(fault.empty());
    if (!link(30.1)) RC_ASSERT(!fault.empty());
  }));
}
