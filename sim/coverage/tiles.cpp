#include "sim/coverage/tiles.h"

#include <algorithm>
#include <cmath>

namespace phusong::coverage {

std::vector<gis::GridWindow> tiles_of(const gis::Grid& grid, int cells) {
  std::vector<gis::GridWindow> tiles;
  for (int row = 0; row < grid.rows; row += cells) {
    for (int column = 0; column < grid.columns; column += cells) {
      tiles.push_back({.first_column = column,
                       .first_row = row,
                       .columns = std::min(cells, grid.columns - column),
                       .rows = std::min(cells, grid.rows - row)});
    }
  }
  return tiles;
}

double distance_to_window_m(gis::MapPoint point, const gis::Grid& grid, const gis::GridWindow& window) {
  const gis::MapPoint north_west = grid.centre_of(window.first_column, window.first_row);
  const gis::MapPoint south_east =
      grid.centre_of(window.first_column + window.columns - 1, window.first_row + window.rows - 1);
  const double dx_m = std::max({north_west.x_m - point.x_m, point.x_m - south_east.x_m, 0.0});
  const double dy_m = std::max({south_east.y_m - point.y_m, point.y_m - north_west.y_m, 0.0});
  return std::hypot(dx_m, dy_m);
}

}  // namespace phusong::coverage
