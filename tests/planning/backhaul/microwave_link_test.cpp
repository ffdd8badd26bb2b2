#include "sim/planning/backhaul/microwave_link.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::tests;

namespace {

std::optional<planning::MicrowaveLink> link_over(const gis::Terrain& terrain, const scenario::Scenario& scenario,
                                                 gis::MapPoint from, gis::MapPoint to, double mast_height_m = 42.0) {
  planning::MicrowaveEngine engine(terrain, scenario.options);
  return engine.link(node_at(scenario, "a", from, mast_height_m), node_at(scenario, "b", to, mast_height_m));
}

}  // namespace

TEST_CASE("a microwave link over flat ground has the received level that free space leaves") {
  const scenario::Scenario scenario = backhaul_scenario();
  const auto link = link_over(ridge_terrain(100.0F), scenario, at(1000, 9000), at(11000, 9000));
  REQUIRE(link);
  CHECK(link->length_km == doctest::Approx(10.0));
  CHECK(link->from_height_m == doctest::Approx(140.0));
  // 27 + 2 · (36 − 1) − (92.4 + 20 log 75) + 72
  CHECK(link->fade_margin_db == doctest::Approx(39.0988).epsilon(1e-5));
  CHECK(link->availability_percent == doctest::Approx(100.0 - link->rain_percent - link->multipath_percent));
  CHECK(link->availability_percent > 99.99);
}

TEST_CASE("the clearance of a microwave link is that at k = 2/3, where the Earth bulges most") {
  const scenario::Scenario scenario = backhaul_scenario();
  const gis::Terrain flat = ridge_terrain(100.0F);
  const auto link = link_over(flat, scenario, at(1000, 9000), at(11000, 9000));
  REQUIRE(link);
  const double bulge_m = 1000.0 * 25.0 / (2.0 * 2.0 / 3.0 * 6371.0);
  const double free_zone_m = 0.6 * 17.3 * std::sqrt(25.0 / 75.0);
  CHECK(link->clearance_m == doctest::Approx(40.0 - bulge_m - free_zone_m).epsilon(1e-3));
  // 18 km with antennas at 15 m: enough at k = 4/3 (4.8 m of Earth and 8.0 m of Fresnel zone), not at 2/3 (9.5
  // and 8.0).
  CHECK_FALSE(link_over(flat, scenario, at(1000, 9000), at(19000, 9000), 17.0));
  CHECK(link_over(flat, scenario, at(1000, 9000), at(19000, 9000), 20.0));
}

TEST_CASE("a ridge stops a microwave link, however narrow") {
  const scenario::Scenario scenario = backhaul_scenario();
  CHECK(link_over(ridge_terrain(120.0F), scenario, at(5000, 9000), at(15000, 9000)));
  CHECK_FALSE(link_over(ridge_terrain(140.0F), scenario, at(5000, 9000), at(15000, 9000)));
  const gis::Terrain narrow =
      make_terrain(200, 100.0, [](double x_m, double) { return std::abs(x_m - 7350.0) < 60.0 ? 200.0F : 100.0F; });
  CHECK_FALSE(link_over(narrow, scenario, at(5000, 9000), at(15000, 9000)));
}

TEST_CASE("vegetation stands in the way over bare ground, not over a surface model") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.vegetation_m = 32.0;
  const gis::Terrain flat = ridge_terrain(100.0F);
  CHECK(link_over(flat, scenario, at(5000, 9000), at(15000, 9000)));
  scenario.options.terrain.elevation_kind = scenario::ElevationKind::kTerrain;
  CHECK_FALSE(link_over(flat, scenario, at(5000, 9000), at(15000, 9000)));
}

TEST_CASE("a microwave link is no longer than max_hop_km") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.backhaul.max_hop_km = 10.0;
  const gis::Terrain flat = ridge_terrain(100.0F);
  CHECK(link_over(flat, scenario, at(5000, 9000), at(15000, 9000)));
  CHECK_FALSE(link_over(flat, scenario, at(5000, 9000), at(15001, 9000)));
}

TEST_CASE("rain and a weak transmitter take a link's availability below what is asked for") {
  scenario::Scenario scenario = backhaul_scenario();
  const gis::Terrain flat = ridge_terrain(100.0F);
  const auto fine = link_over(flat, scenario, at(5000, 9000), at(15000, 9000));
  REQUIRE(fine);
  scenario.options.backhaul.tx_power_dbm -= fine->fade_margin_db - 0.5 * fine->rain_db;
  CHECK_FALSE(link_over(flat, scenario, at(5000, 9000), at(15000, 9000)));
  scenario.options.backhaul.availability_percent = 90.0;
  CHECK(link_over(flat, scenario, at(5000, 9000), at(15000, 9000)));
}

TEST_CASE("nothing links a mast to itself, to a place without a mast, or off the terrain") {
  const scenario::Scenario scenario = backhaul_scenario();
  const gis::Terrain flat = ridge_terrain(100.0F);
  CHECK_FALSE(link_over(flat, scenario, at(5000, 9000), at(5000, 9000)));
  CHECK_FALSE(link_over(flat, scenario, at(5000, 9000), at(6000, 9000), 0.0));
  CHECK_FALSE(link_over(flat, scenario, at(1000, 9000), at(-2000, 9000)));
}

TEST_CASE("a void under a microwave link is bridged, and an end in it takes the ground nearby") {
  const scenario::Scenario scenario = backhaul_scenario();
  const gis::Terrain holed = make_terrain(200, 100.0, [](double x_m, double) {
    return std::abs(x_m - 7000.0) < 120.0 ? std::numeric_limits<float>::quiet_NaN() : 100.0F;
  });
  CHECK(link_over(holed, scenario, at(5000, 9000), at(12000, 9000)));
  CHECK(link_over(holed, scenario, at(7000, 9000), at(12000, 9000)));
}
