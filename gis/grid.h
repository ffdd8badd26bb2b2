#pragma once

#include <cstddef>

#include "gis/coordinates.h"

namespace phusong::gis {

/// North-up grid of square cells in the scenario's CRS; row 0 is the northernmost.
/// Column and row positions are counted from cell centres: (0, 0) is the centre of the top-left cell.
struct Grid {
  double left_m = 0.0;  ///< x of the outer edge of column 0
  double top_m = 0.0;   ///< y of the outer edge of row 0
  double cell_size_m = 1.0;
  int columns = 0;
  int rows = 0;

  double column_of_x(double x_m) const { return (x_m - left_m) / cell_size_m - 0.5; }
  double row_of_y(double y_m) const { return (top_m - y_m) / cell_size_m - 0.5; }
  double x_of_column(double column) const { return left_m + (column + 0.5) * cell_size_m; }
  double y_of_row(double row) const { return top_m - (row + 0.5) * cell_size_m; }
  MapPoint centre_of(int column, int row) const { return {x_of_column(column), y_of_row(row)}; }
  double right_m() const { return left_m + columns * cell_size_m; }
  double bottom_m() const { return top_m - rows * cell_size_m; }
  bool has_cell(int column, int row) const { return column >= 0 && row >= 0 && column < columns && row < rows; }
  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
  }
  std::size_t cell_count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }

  bool operator==(const Grid&) const = default;
};

/// A rectangle of cells of a Grid.
struct GridWindow {
  int first_column = 0;
  int first_row = 0;
  int columns = 0;
  int rows = 0;

  std::size_t cell_count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
};

}  // namespace phusong::gis
