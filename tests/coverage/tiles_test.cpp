#include "sim/coverage/tiles.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::coverage;

namespace {

constexpr gis::Grid kWideGrid{.left_m = 1000.0, .top_m = 9000.0, .cell_size_m = 100.0, .columns = 70, .rows = 33};

}  // namespace

TEST_CASE("tiles hold every cell of a grid once") {
  const std::vector<gis::GridWindow> tiles = tiles_of(kWideGrid, 32);
  CHECK(tiles.size() == 6);
  std::vector<int> times(kWideGrid.cell_count(), 0);
  for (const gis::GridWindow& tile : tiles) {
    for (std::size_t k = 0; k < tile.cell_count(); ++k) {
      const GridCell cell = cell_of(tile, k);
      ++times[kWideGrid.index(cell.column, cell.row)];
    }
  }
  CHECK(times == std::vector<int>(kWideGrid.cell_count(), 1));
}

TEST_CASE("the distance to a window is that to its nearest cell's centre, and 0 from within") {
  const gis::GridWindow window{.first_column = 10, .first_row = 10, .columns = 10, .rows = 10};
  const gis::MapPoint north_west = kWideGrid.centre_of(10, 10);
  CHECK(distance_to_window_m({north_west.x_m - 300.0, north_west.y_m + 400.0}, kWideGrid, window) ==
        doctest::Approx(500.0));
  CHECK(distance_to_window_m({north_west.x_m - 300.0, north_west.y_m - 50.0}, kWideGrid, window) ==
        doctest::Approx(300.0));
  CHECK(distance_to_window_m(kWideGrid.centre_of(14, 15), kWideGrid, window) == 0.0);
}
