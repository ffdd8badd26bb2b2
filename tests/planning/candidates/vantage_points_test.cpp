#include "sim/planning/candidates/vantage_points.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

using Sees = std::vector<std::uint32_t>;
using Chosen = std::vector<std::size_t>;

/// 12 km of flat ground at 100 m with one cell of 300 m around a place.
gis::Terrain lone_peak(double peak_x_m, double peak_y_m) {
  return make_terrain(121, 100.0, [=](double x_m, double y_m) {
    return std::hypot(x_m - peak_x_m, y_m - peak_y_m) < 60.0 ? 300.0F : 100.0F;
  });
}

std::vector<VantagePoint> points_over(const gis::Terrain& terrain, const std::vector<gis::MapPoint>& targets,
                                      const VantageSettings& settings = {}) {
  return vantage_points(terrain, targets, settings);
}

VantagePoint point_that_sees(Sees targets) {
  return {.position = {}, .ground_m = 0.0, .sees = std::move(targets)};
}

}  // namespace

TEST_CASE("a peak is a vantage point of the targets that it sees") {
  const auto points = points_over(lone_peak(5050, 6050), {at(5050, 3050), at(9050, 6050)});
  REQUIRE(points.size() == 1);
  CHECK(points[0].position.x_m == at(5050, 6050).x_m);
  CHECK(points[0].position.y_m == at(5050, 6050).y_m);
  CHECK(points[0].ground_m == 300.0);
  CHECK(points[0].sees == Sees{0, 1});
}

TEST_CASE("neither flat ground nor a slope has vantage points") {
  CHECK(points_over(flat_terrain(), {at(5050, 3050)}).empty());
  const gis::Terrain slope = make_terrain(121, 100.0, [](double x_m, double) { return static_cast<float>(0.1 * x_m); });
  CHECK(points_over(slope, {at(5050, 3050)}).empty());
}

TEST_CASE("a ridge has one vantage point in each square that it crosses") {
  const gis::Terrain ridge =
      make_terrain(120, 100.0, [](double x_m, double) { return std::abs(x_m - 6050.0) < 60.0 ? 300.0F : 100.0F; });
  const auto points = points_over(ridge, {at(6050, 6050)});
  CHECK(points.size() == 40);
  for (const VantagePoint& point : points)
    CHECK(point.position.x_m == at(6050, 0).x_m);
  CHECK(points_over(ridge, {at(6050, 6050)}, {.spacing_m = 600.0}).size() == 20);
}

TEST_CASE("a target is looked at as far as the range") {
  const gis::Terrain peak = lone_peak(5050, 6050);
  CHECK(points_over(peak, {at(5050, 3050)}, {.range_m = 3000.0}).size() == 1);
  CHECK(points_over(peak, {at(5050, 3050)}, {.range_m = 2999.0}).empty());
}

TEST_CASE("a wall between hides a target, and a higher antenna sees over it") {
  // From 101.5 m at the target 4 km away the ray rises 226.5 m to 328 m: at the wall, 3 km from the target, it has
  // risen to 271.4 m, less 0.2 m of Earth.
  const auto walled = [](float wall_m) {
    return make_terrain(121, 100.0, [=](double x_m, double y_m) {
      if (std::hypot(x_m - 2050.0, y_m - 6050.0) < 60.0) return 300.0F;
      return std::abs(x_m - 3050.0) < 60.0 && std::abs(y_m - 6050.0) < 500.0 ? wall_m : 100.0F;
    });
  };
  const auto seen_from_peak = [](const std::vector<VantagePoint>& points) {
    return std::ranges::any_of(points, [](const VantagePoint& point) { return point.ground_m == 300.0; });
  };
  const std::vector<gis::MapPoint> target = {at(6050, 6050)};
  CHECK(seen_from_peak(points_over(walled(271.0F), target)));
  CHECK_FALSE(seen_from_peak(points_over(walled(272.0F), target)));
  CHECK(seen_from_peak(points_over(walled(272.0F), target, {.antenna_m = 30.0})));
}

TEST_CASE("a target off the terrain is seen from nowhere") {
  CHECK(points_over(lone_peak(5050, 6050), {at(-5000, 6050)}).empty());
}

TEST_CASE("the corner of the terrain is no peak: what is beyond it nobody knows") {
  CHECK(points_over(lone_peak(50, 50), {at(3050, 3050)}).empty());
  CHECK(points_over(lone_peak(350, 350), {at(3050, 3050)}).size() == 1);
}

TEST_CASE("the point that sees most of the targets is chosen first, of equal ones the first") {
  const std::vector<VantagePoint> points = {point_that_sees({3}), point_that_sees({2, 3}), point_that_sees({0, 1, 2}),
                                            point_that_sees({3})};
  CHECK(choose_vantage_points(points, 4, 1) == Chosen{2, 0});
}

TEST_CASE("points are chosen until each target is seen as often as asked for, or there are no more") {
  const std::vector<VantagePoint> points = {point_that_sees({0}), point_that_sees({0}), point_that_sees({0, 1})};
  CHECK(choose_vantage_points(points, 2, 1) == Chosen{2});
  CHECK(choose_vantage_points(points, 2, 2) == Chosen{2, 0});
  CHECK(choose_vantage_points(points, 2, 5) == Chosen{2, 0, 1});
  CHECK(choose_vantage_points(points, 2, 0).empty());
}

TEST_CASE("each choice sees as many targets in need of it as any other point would, and none is left that sees one") {
  CHECK(rc::check([] {
    const std::size_t targets = *rc::gen::inRange<std::size_t>(1, 7);
    const int times = *rc::gen::inRange(1, 4);
    std::vector<VantagePoint> points;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
      Sees sees;
      for (std::uint32_t target = 0; target < targets; ++target)
        if (*rc::gen::arbitrary<bool>()) sees.push_back(target);
      points.push_back(point_that_sees(sees));
    }
    std::vector<int> missing(targets, times);
    std::vector<bool> is_chosen(points.size());
    const auto gain = [&](std::size_t point) {
      return is_chosen[point] ? 0 : std::ranges::count_if(points[point].sees, [&](auto t) { return missing[t] > 0; });
    };
    const auto most = [&] {
      std::ptrdiff_t result = 0;
      for (std::size_t i = 0; i < points.size(); ++i)
        result = std::max(result, gain(i));
      return result;
    };
    for (const std::size_t point : choose_vantage_points(points, targets, times)) {
      RC_ASSERT(gain(point) > 0);
      RC_ASSERT(gain(point) == most());
      is_chosen[point] = true;
      for (const std::uint32_t target : points[point].sees)
        --missing[target];
    }
    RC_ASSERT(most() == 0);
  }));
}
