#pragma once

#include <cstdint>
#include <vector>

#include "gis/grid.h"

namespace phusong::coverage {

/// Path loss of one transmitter over a window of the grid; row-major from the window's north-west cell.
/// NaN = further away than the range, or off the terrain.
struct PathLossWindow {
  gis::GridWindow window;
  std::vector<float> departure_deg;         ///< angle at which the ray leaves the mast, up positive
  std::vector<std::vector<float>> loss_db;  ///< one array a frequency of the transmitter
  std::vector<std::uint8_t> crosses_void;   ///< 1 where the path has a void sample

  /// Sizes every array for the window.
  void resize(const gis::GridWindow& of, std::size_t frequencies);
  /// The same, and fills the numbers with NaN.
  void reset(const gis::GridWindow& of, std::size_t frequencies);
};

}  // namespace phusong::coverage
