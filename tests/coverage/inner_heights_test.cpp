#include "sim/coverage/inner_heights.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;

namespace {

constexpr int kCells = 60;

gis::Terrain slope() {
  return make_terrain(kCells, 30.0, [](double x_m, double y_m) { return static_cast<float>(0.3 * x_m - 0.1 * y_m); });
}

/// The place as the reader sees it, from a cell not too far away.
PlacesNearCells near_cell(const gis::Grid& grid, int column, int row, double at_column, double at_row) {
  PlacesNearCells places;
  places.cell.fill(static_cast<std::ptrdiff_t>(grid.index(column, row)));
  places.column_offset.fill(static_cast<float>(at_column - column));
  places.row_offset.fill(static_cast<float>(at_row - row));
  return places;
}

}  // namespace

TEST_CASE("inner heights: bilinear wherever a place is held") {
  const gis::Terrain terrain = slope();
  const InnerHeights inner(terrain);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> anywhere(0.0, kCells - 1.0), nearby(-20.0, 20.0);
  std::size_t held = 0;
  for (int i = 0; i < 2000; ++i) {
    const double column = anywhere(random), row = anywhere(random);
    if (!inner.holds(column, row)) continue;
    ++held;
    const auto near = [&](double at) { return std::clamp(static_cast<int>(at + nearby(random)), 0, kCells - 1); };
    InnerHeights::Heights height_m;
    inner.read_wide(near_cell(terrain.grid(), near(column), near(row), column, row), height_m.size(), height_m);
    CHECK(height_m[0] == doctest::Approx(terrain.sample_at(column, row)).epsilon(1e-4));
  }
  CHECK(held > 1900);
}

TEST_CASE("inner heights: a place that single precision may lead over the border is not held") {
  const gis::Terrain terrain = slope();
  const InnerHeights inner(terrain);
  const double last = kCells - 1.0, middle = 30.0;
  for (const double rounding : {0.0, 1e-12, 1e-9, 1e-7, 1e-5}) {
    CAPTURE(rounding);
    CHECK_FALSE(inner.holds(rounding, middle));
    CHECK_FALSE(inner.holds(middle, rounding));
    CHECK_FALSE(inner.holds(last - rounding, middle));
    CHECK_FALSE(inner.holds(middle, last - rounding));
  }
  CHECK(inner.holds(0.01, 0.01));
  CHECK(inner.holds(last - 0.01, last - 0.01));
}
