#include "sim/coverage/places_on_terrain.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "sim/coverage/hamlet_points.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;

namespace {

/// 12 km by 12 km, void within `radius_m` of the middle.
gis::Terrain with_hole(double radius_m) {
  return make_terrain(121, 100.0, [radius_m](double x_m, double y_m) {
    return std::hypot(x_m - 6050.0, y_m - 6050.0) < radius_m ? std::numeric_limits<float>::quiet_NaN() : 100.0F;
  });
}

using Indices = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a hamlet whose centre has no ground is off the terrain, whatever its other points have") {
  auto scenario = empty_scenario();
  network::Hamlet& hamlet = add_hamlet(scenario, "H", at(6050, 6050));
  hamlet.radius_m = 1500.0;  // the outer ring is on ground
  const gis::Terrain terrain = with_hole(1000.0);
  CHECK_FALSE(has_ground(hamlet, terrain));
  CHECK(sample_points(hamlet, 0, terrain, scenario.crs).empty());
  CHECK(places_on_terrain(scenario.network, terrain).hamlets_off_terrain == Indices{0});
  CHECK(places_on_terrain(scenario.network, terrain).hamlets_beside_terrain.empty());
}

TEST_CASE("a hamlet with ground under less than half of its weight is off the terrain") {
  auto scenario = empty_scenario();
  network::Hamlet& hamlet = add_hamlet(scenario, "H", at(6050, 9000));
  const auto with_households = [&hamlet](double in_hole, double on_ground) -> const network::Hamlet& {
    hamlet.clusters = {{.position = at(6050, 6050), .households = in_hole},
                       {.position = at(6050, 9500), .households = on_ground}};
    return hamlet;
  };
  const gis::Terrain terrain = with_hole(1000.0);
  CHECK(has_ground(with_households(10, 10), terrain));
  CHECK(sample_points(hamlet, 0, terrain, scenario.crs).size() == 2);
  CHECK(sample_points(hamlet, 0, terrain, scenario.crs)[1].weight == 1.0);
  CHECK_FALSE(has_ground(with_households(11, 10), terrain));
  CHECK(places_on_terrain(scenario.network, terrain).hamlets_off_terrain == Indices{0});
}

TEST_CASE("places beside a void are named, and masts that are not on air are not") {
  auto scenario = empty_scenario();
  add_site(scenario, "S1", at(6050, 6050));
  add_site(scenario, "S2", at(-9000, 0));
  add_site(scenario, "S3", at(-9000, 0));
  scenario.network.sites[2].status = network::SiteStatus::kCandidate;
  add_hamlet(scenario, "H", at(6050, 6050));
  const PlacesOnTerrain places = places_on_terrain(scenario.network, with_hole(150.0));
  CHECK(places.sites_beside_terrain == Indices{0});
  CHECK(places.sites_off_terrain == Indices{1});
  CHECK(places.hamlets_beside_terrain == Indices{0});
  CHECK(places.hamlets_off_terrain.empty());
}
