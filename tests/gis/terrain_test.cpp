#include "gis/terrain.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace phusong::gis;

namespace {

constexpr float kVoid = std::numeric_limits<float>::quiet_NaN();
constexpr Grid kGrid{.left_m = 1000.0, .top_m = 2000.0, .cell_size_m = 10.0, .columns = 5, .rows = 5};

Terrain with_a_void() {
  return Terrain(kGrid, {0,  10, 20,    30, 40,  //
                         10, 20, 30,    40, 50,  //
                         20, 30, kVoid, 50, 60,  //
                         30, 40, 50,    60, 70,  //
                         40, 50, 60,    70, 80});
}

}  // namespace

TEST_CASE("a height is bilinear between the four cell centres around it") {
  const Terrain terrain = with_a_void();
  CHECK(terrain.height_at(kGrid.centre_of(1, 1)).value() == 20.0);
  CHECK(terrain.height_at({1010.0, 1990.0}).value() == doctest::Approx(10.0));
  CHECK(terrain.height_at({1012.5, 1987.5}).value() == doctest::Approx(15.0));
}

TEST_CASE("a point beside a void has no height") {
  const Terrain terrain = with_a_void();
  CHECK_FALSE(terrain.height_at(kGrid.centre_of(2, 2)));
  CHECK_FALSE(terrain.height_at({1020.0, 1980.0}));
  CHECK(terrain.void_count() == 1);
}

TEST_CASE("a cell whose weight is zero may be void") {
  const Terrain terrain = with_a_void();
  CHECK(terrain.height_at(kGrid.centre_of(1, 1)).value() == 20.0);
  CHECK(terrain.height_at(kGrid.centre_of(1, 2)).value() == 30.0);
  CHECK(terrain.height_at(kGrid.centre_of(3, 2)).value() == 50.0);
  CHECK(terrain.height_at({1030.0, 1985.0}).value() == doctest::Approx(35.0));
  CHECK_FALSE(terrain.height_at({1030.0, 1984.9}));
}

TEST_CASE("heights end at the outermost cell centres") {
  const Terrain terrain = with_a_void();
  for (const auto& [column, row, height_m] : {std::tuple{0, 0, 0.0}, {4, 0, 40.0}, {0, 4, 40.0}, {4, 4, 80.0}})
    CHECK(terrain.height_at(kGrid.centre_of(column, row)).value() == height_m);
  CHECK(terrain.height_at({1045.0, 1990.0}).value() == doctest::Approx(45.0));
  CHECK_FALSE(terrain.height_at({1045.001, 1990.0}));
  CHECK_FALSE(terrain.height_at({1004.999, 1990.0}));
  CHECK_FALSE(terrain.height_at({1020.0, 1995.001}));
  CHECK_FALSE(terrain.height_at({1010.0, 1954.999}));
  CHECK_FALSE(terrain.height_at({std::nan(""), 1990.0}));
}

TEST_CASE("an end without a height takes the nearest known cell within three cells") {
  const Terrain terrain = with_a_void();
  CHECK(terrain.height_near({1012.5, 1987.5}).value() == doctest::Approx(15.0));
  CHECK(terrain.height_near({1026.0, 1974.9}).value() == 50.0);
  CHECK(terrain.height_near({1001.0, 1999.0}).value() == 0.0);
  CHECK(terrain.height_near({1075.0, 1995.0}).value() == 40.0);
  CHECK_FALSE(terrain.height_near({1075.1, 1995.0}));
  CHECK_FALSE(terrain.height_near({1e12, -1e12}));
  CHECK_FALSE(terrain.height_near({std::nan(""), 1995.0}));
}

TEST_CASE("of two known cells as near the more northern is taken, then the more western") {
  CHECK(with_a_void().height_near(kGrid.centre_of(2, 2)).value() == 30.0);
  const Terrain row({.left_m = 0, .top_m = 1, .cell_size_m = 1, .columns = 3, .rows = 1}, {7, kVoid, 9});
  CHECK(row.height_near({1.5, 0.5}).value() == 7.0);
}

TEST_CASE("heights along a line are those at its points, to the last bit") {
  const Terrain terrain = with_a_void();
  const auto coordinate = [](double start_m) { return start_m - 20.0 + *rc::gen::inRange(0, 90'000) * 1e-3; };
  CHECK(rc::check([&] {
    const MapPoint from{coordinate(1000.0), coordinate(1950.0)};
    const MapPoint to{coordinate(1000.0), coordinate(1950.0)};
    std::vector<double> heights_m(static_cast<std::size_t>(*rc::gen::inRange(2, 40)));
    terrain.heights_along(from, to, heights_m);
    const ProfileStep step(from, to, heights_m.size() - 1);
    for (std::size_t i = 0; i < heights_m.size(); ++i) {
      const MapPoint point = i + 1 < heights_m.size() ? step.point(i) : to;
      const std::optional<double> single_m = terrain.height_at(point);
      RC_ASSERT(single_m.has_value() != std::isnan(heights_m[i]));
      if (single_m) RC_ASSERT(*single_m == heights_m[i]);
    }
  }));
}

TEST_CASE("heights along a line include both ends") {
  std::vector<double> heights_m(5);
  with_a_void().heights_along(kGrid.centre_of(0, 0), kGrid.centre_of(4, 0), heights_m);
  CHECK(heights_m.front() == 0.0);
  CHECK(heights_m[2] == doctest::Approx(20.0));
  CHECK(heights_m.back() == 40.0);
}

TEST_CASE("a plane is met exactly") {
  CHECK(rc::check([] {
    const double x_m = 5.0 + *rc::gen::inRange(0, 40'000) * 1e-3;
    const double y_m = 5.0 + *rc::gen::inRange(0, 40'000) * 1e-3;
    std::vector<float> ground_m;
    for (int row = 0; row < 5; ++row)
      for (int column = 0; column < 5; ++column)
        ground_m.push_back(static_cast<float>(3 * column - 2 * row));
    const Terrain plane({.left_m = 0, .top_m = 50, .cell_size_m = 10, .columns = 5, .rows = 5}, ground_m);
    const double expected_m = 3.0 * (x_m - 5.0) / 10.0 - 2.0 * (45.0 - y_m) / 10.0;
    RC_ASSERT(std::abs(plane.height_at({x_m, y_m}).value() - expected_m) < 1e-9);
  }));
}

TEST_CASE("clutter is that of the cell that holds the point") {
  std::vector<float> clutter_m(25, 0.0f);
  clutter_m[kGrid.index(3, 1)] = 15.0f;
  const Terrain terrain(kGrid, std::vector<float>(25, 100.0f), clutter_m);
  CHECK(terrain.clutter_at({1030.0, 1989.9}) == 15.0);
  CHECK(terrain.clutter_at({1039.9, 1980.1}) == 15.0);
  CHECK(terrain.clutter_at({1029.9, 1985.0}) == 0.0);
  CHECK(std::isnan(terrain.clutter_at({0.0, 0.0})));
  CHECK(std::isnan(with_a_void().clutter_at({1035.0, 1985.0})));
}

TEST_CASE("a terrain whose heights do not fill its grid is refused") {
  CHECK_THROWS_AS(Terrain(kGrid, std::vector<float>(24)), std::invalid_argument);
  CHECK_THROWS_AS(Terrain(kGrid, std::vector<float>(25), std::vector<float>(3)), std::invalid_argument);
  CHECK_THROWS_AS(Terrain(Grid{}, {}), std::invalid_argument);
}
