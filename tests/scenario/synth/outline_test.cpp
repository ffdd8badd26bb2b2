#include "sim/scenario/synth/outline.h"

#include <doctest/doctest.h>

#include "sim/scenario/synth/random.h"
#include "sim/scenario/synth/spaced_points.h"

using namespace phusong::synth;
using phusong::gis::Grid;
using phusong::gis::MapPoint;

namespace {

constexpr Grid kSquare{.left_m = 100.0, .top_m = 1100.0, .cell_size_m = 10.0, .columns = 100, .rows = 100};

// Positive where the outline runs counterclockwise.
double area_m2(const std::vector<MapPoint>& outline) {
  double twice = 0.0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const MapPoint a = outline[i], b = outline[(i + 1) % outline.size()];
    twice += a.x_m * b.y_m - b.x_m * a.y_m;
  }
  return twice / 2.0;
}

}  // namespace

TEST_CASE("one seat has the whole ground") {
  const auto outlines = outlines_around({{300.0, 300.0}}, kSquare);
  REQUIRE(outlines.size() == 1);
  CHECK(area_m2(outlines[0]) == doctest::Approx(1e6));
}

TEST_CASE("two seats share the ground along the line between them") {
  const auto outlines = outlines_around({{300.0, 600.0}, {500.0, 600.0}}, kSquare);
  CHECK(area_m2(outlines[0]) == doctest::Approx(300.0 * 1000.0));
  CHECK(area_m2(outlines[1]) == doctest::Approx(700.0 * 1000.0));
}

TEST_CASE("the outlines of many seats cover the ground without overlap") {
  Random random(1, 1);
  std::vector<MapPoint> seats;
  for (int i = 0; i < 60; ++i)
    seats.push_back({random.uniform(100.0, 1100.0), random.uniform(100.0, 1100.0)});
  const auto outlines = outlines_around(seats, kSquare);
  double covered_m2 = 0.0;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    CHECK(area_m2(outlines[i]) > 0.0);
    covered_m2 += area_m2(outlines[i]);
    for (const MapPoint corner : outlines[i]) {
      const double own_m2 = squared_distance_m2(corner, seats[i]);
      const double nearest_m2 = squared_distance_m2(corner, seats[nearest_index(seats, corner)]);
      CHECK(own_m2 == doctest::Approx(nearest_m2));
    }
  }
  CHECK(covered_m2 == doctest::Approx(1e6));
}

TEST_CASE("points keep their distance, across the borders of the search squares too") {
  SpacedPoints points(100.0);
  CHECK(points.add({99.0, 0.0}));
  CHECK_FALSE(points.add({101.0, 0.0}));
  CHECK_FALSE(points.add({99.0, -99.0}));
  CHECK(points.add({99.0, -100.0}));
  CHECK(points.add({-1.0, 0.0}));
}
