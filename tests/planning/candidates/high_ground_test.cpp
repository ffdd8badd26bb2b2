#include "sim/planning/candidates/high_ground.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace phusong;
using planning::highest_ground;

namespace {

constexpr float kVoid = std::numeric_limits<float>::quiet_NaN();

/// Cells of 100 m, the south-west corner at (0, 0), heights from the north-west.
gis::Terrain terrain_of(std::vector<float> heights_m) {
  const int side = static_cast<int>(std::lround(std::sqrt(static_cast<double>(heights_m.size()))));
  return {{.left_m = 0.0, .top_m = 100.0 * side, .cell_size_m = 100.0, .columns = side, .rows = side},
          std::move(heights_m)};
}

/// A peak of 9 in the north-east corner, one of 7 in the south, one of 5 in the west; the centre is at (250, 250).
gis::Terrain three_peaks() {
  return terrain_of({1, 1, 1, 1, 9,  //
                     1, 1, 1, 1, 1,  //
                     5, 1, 1, 1, 1,  //
                     1, 1, 1, 1, 1,  //
                     1, 1, 7, 1, 1});
}

void check_place(gis::MapPoint found, gis::MapPoint expected) {
  CHECK(found.x_m == doctest::Approx(expected.x_m));
  CHECK(found.y_m == doctest::Approx(expected.y_m));
}

}  // namespace

TEST_CASE("the highest ground is the centre of the highest cell in reach") {
  check_place(highest_ground(three_peaks(), {250, 250}, 1000.0), {450, 450});
}

TEST_CASE("a cell whose centre is exactly as far as the reach is in reach, one farther is not") {
  check_place(highest_ground(three_peaks(), {250, 250}, 200.0), {250, 50});
  check_place(highest_ground(three_peaks(), {250, 250}, 282.8), {250, 50});  // the corner is 282.84 m away
  check_place(highest_ground(three_peaks(), {250, 250}, 282.9), {450, 450});
  check_place(highest_ground(three_peaks(), {250, 250}, 199.9), {250, 250});
}

TEST_CASE("ground that is no higher does not draw a place away") {
  const gis::MapPoint aside{231, 222};
  check_place(highest_ground(terrain_of(std::vector<float>(25, 3.0F)), aside, 1000.0), aside);
}

TEST_CASE("a place between cells is as high as the ground there, not as a cell beside it") {
  // Halfway up the slope from 1 to 5 it stands at 3.
  const gis::Terrain slope = terrain_of({1, 5, 1,  //
                                         1, 5, 1,  //
                                         1, 5, 1});
  check_place(highest_ground(slope, {100, 150}, 51.0), {150, 150});
  check_place(highest_ground(slope, {100, 150}, 49.0), {100, 150});
}

TEST_CASE("of equally high cells the most northern and then the most western is taken") {
  const gis::Terrain terrain = terrain_of({1, 1, 1,  //
                                           8, 1, 8,  //
                                           1, 8, 1});
  check_place(highest_ground(terrain, {150, 150}, 100.0), {50, 150});
}

TEST_CASE("voids are no ground, and a place in a void moves to the highest known cell") {
  const gis::Terrain terrain = terrain_of({kVoid, 2, kVoid,      //
                                           kVoid, kVoid, kVoid,  //
                                           1, kVoid, kVoid});
  check_place(highest_ground(terrain, {150, 150}, 150.0), {150, 250});
  check_place(highest_ground(terrain, {150, 150}, 50.0), {150, 150});
}

TEST_CASE("a place outside the terrain reaches into it") {
  check_place(highest_ground(three_peaks(), {600, 450}, 150.0), {450, 450});
  check_place(highest_ground(three_peaks(), {600, 450}, 149.0), {600, 450});
}

TEST_CASE("no cell in reach is higher than the highest ground, which is in reach itself") {
  CHECK(rc::check([] {
    std::vector<float> heights_m;
    for (int i = 0; i < 49; ++i)
      heights_m.push_back(static_cast<float>(*rc::gen::inRange(0, 1000)));
    const gis::Terrain terrain = terrain_of(heights_m);
    const gis::MapPoint place{static_cast<double>(*rc::gen::inRange(60, 640)),
                              static_cast<double>(*rc::gen::inRange(60, 640))};
    const double radius_m = *rc::gen::inRange(1, 500);
    const gis::MapPoint found = highest_ground(terrain, place, radius_m);
    RC_ASSERT(std::hypot(found.x_m - place.x_m, found.y_m - place.y_m) <= radius_m + 1e-9);
    for (int row = 0; row < 7; ++row) {
      for (int column = 0; column < 7; ++column) {
        const gis::MapPoint centre = terrain.grid().centre_of(column, row);
        if (std::hypot(centre.x_m - place.x_m, centre.y_m - place.y_m) > radius_m - 1e-9) continue;
        RC_ASSERT(terrain.sample(centre) <= terrain.sample(found));
      }
    }
  }));
}
