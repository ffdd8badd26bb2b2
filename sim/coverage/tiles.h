#pragma once

#include <vector>

#include "gis/crs.h"
#include "gis/grid.h"

namespace phusong::coverage {

/// A cell of a grid by its place.
struct GridCell {
  int column = 0;
  int row = 0;
};

/// The k-th cell of a window, row-major from its north-west.
inline GridCell cell_of(const gis::GridWindow& window, std::size_t k) {
  const int offset = static_cast<int>(k);
  return {.column = window.first_column + offset % window.columns, .row = window.first_row + offset / window.columns};
}

/// Squares of `cells` × `cells`, less at the grid's east and south edge, row by row.
std::vector<gis::GridWindow> tiles_of(const gis::Grid& grid, int cells);

/// Distance in metres from a point to the nearest cell centre of a window.
double distance_to_window_m(gis::MapPoint point, const gis::Grid& grid, const gis::GridWindow& window);

}  // namespace phusong::coverage
