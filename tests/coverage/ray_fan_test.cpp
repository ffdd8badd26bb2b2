#include "sim/coverage/ray_fan.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace phusong;
using namespace phusong::coverage;

namespace {

constexpr gis::Grid kGrid{.left_m = 1000.0, .top_m = 9000.0, .cell_size_m = 50.0, .columns = 41, .rows = 37};

/// How many rays each cell of the grid belongs to.
std::vector<int> rays_of_cells(const RayFan& fan) {
  std::vector<int> rays(kGrid.cell_count());
  std::vector<FanCell> cells;
  for (int ray = 0; ray < fan.ray_count(); ++ray) {
    fan.cells_of(ray, cells);
    for (const FanCell& cell : cells)
      ++rays[kGrid.index(cell.column, cell.row)];
  }
  return rays;
}

void check_partition(gis::MapPoint mast, double range_m) {
  const std::vector<int> rays = rays_of_cells(RayFan(kGrid, mast, range_m));
  for (int row = 0; row < kGrid.rows; ++row) {
    for (int column = 0; column < kGrid.columns; ++column) {
      const gis::MapPoint centre = kGrid.centre_of(column, row);
      const double distance_m = std::hypot(centre.x_m - mast.x_m, centre.y_m - mast.y_m);
      if (std::abs(distance_m - range_m) < 1e-6) continue;
      const int expected = distance_m > 0.0 && distance_m < range_m ? 1 : 0;
      RC_ASSERT(rays[kGrid.index(column, row)] == expected);
    }
  }
}

}  // namespace

TEST_CASE("every cell in range belongs to exactly one ray, wherever the mast stands") {
  CHECK(rc::check([] {
    const double x_m = 900.0 + *rc::gen::inRange(0, 22'500) * 0.1;
    const double y_m = 7000.0 + *rc::gen::inRange(0, 21'500) * 0.1;
    check_partition({x_m, y_m}, *rc::gen::inRange(60, 1500));
  }));
}

TEST_CASE("every cell belongs to exactly one ray around a mast at a cell's centre or corner") {
  CHECK(rc::check([] {
    const double column = 0.5 * *rc::gen::inRange(0, 80);
    const double row = 0.5 * *rc::gen::inRange(0, 72);
    check_partition({kGrid.x_of_column(column), kGrid.y_of_row(row)}, 900.0);
  }));
}

TEST_CASE("a ray's cells come nearest first and lie within half a cell of the ray") {
  const gis::MapPoint mast{2013.0, 8021.0};
  const RayFan fan(kGrid, mast, 800.0);
  std::vector<FanCell> cells;
  for (int ray = 0; ray < fan.ray_count(); ++ray) {
    fan.cells_of(ray, cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const gis::MapPoint centre = kGrid.centre_of(cells[i].column, cells[i].row);
      const gis::MapPoint on_ray = fan.point_on(ray, cells[i].distance_m);
      CHECK(std::hypot(centre.x_m - on_ray.x_m, centre.y_m - on_ray.y_m) <= 0.51 * kGrid.cell_size_m);
      if (i > 0) CHECK(cells[i].distance_m >= cells[i - 1].distance_m);
    }
  }
}
