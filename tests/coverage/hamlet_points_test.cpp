#include "sim/coverage/hamlet_points.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;

namespace {

std::vector<SamplePoint> points_of(const network::Hamlet& hamlet, const gis::Terrain& terrain) {
  return sample_points(hamlet, 0, terrain, gis::WorkingCrs("EPSG:32648"));
}

}  // namespace

TEST_CASE("a hamlet without clusters has a centre and two rings of equal weight") {
  auto scenario = empty_scenario();
  add_hamlet(scenario, "H", at(6000, 6000)).radius_m = 1000.0;
  const auto points = points_of(scenario.network.hamlets[0], flat_terrain());
  REQUIRE(points.size() == 19);
  for (const SamplePoint& point : points)
    CHECK(point.weight == doctest::Approx(1.0 / 19.0));
  CHECK(points[0].x_m == at(6000, 6000).x_m);
  CHECK(points[1].y_m == doctest::Approx(at(6000, 6500).y_m));                       // bearing 0, half the radius
  CHECK(points[2].x_m == doctest::Approx(at(6000 + 500 * std::sqrt(0.75), 0).x_m));  // bearing 60
  CHECK(points[7].y_m == doctest::Approx(at(6000, 6900).y_m));                       // bearing 0, nine tenths
  CHECK(points[10].x_m == doctest::Approx(at(6900, 6000).x_m));                      // bearing 90
  CHECK(points[18].point == 18);
  CHECK(points[5].ground_m == doctest::Approx(100.0));
}

TEST_CASE("clusters replace the rings and carry the weight of their households") {
  auto scenario = empty_scenario();
  network::Hamlet& hamlet = add_hamlet(scenario, "H", at(6000, 6000));
  hamlet.clusters = {{.position = at(6100, 6000), .households = 30.0}, {.position = at(5000, 6000), .households = 0.0}};
  const auto points = points_of(hamlet, flat_terrain());
  REQUIRE(points.size() == 3);
  CHECK(points[0].weight == 0.0);
  CHECK(points[1].weight == doctest::Approx(30.0 / 31.0));
  CHECK(points[2].weight == doctest::Approx(1.0 / 31.0));
}

TEST_CASE("a point off the terrain is left out and the other weights grow") {
  auto scenario = empty_scenario();
  add_hamlet(scenario, "H", at(0, 6000)).radius_m = 1000.0;
  const auto points = points_of(scenario.network.hamlets[0], flat_terrain());
  CHECK(points.size() < 19);
  CHECK(points.size() >= 9);
  double sum = 0.0;
  for (const SamplePoint& point : points)
    sum += point.weight;
  CHECK(sum == doctest::Approx(1.0));
}

TEST_CASE("a hamlet off the terrain has no points") {
  auto scenario = empty_scenario();
  add_hamlet(scenario, "H", at(-5000, 6000));
  CHECK(points_of(scenario.network.hamlets[0], flat_terrain()).empty());
}
