#pragma once

#include <algorithm>
#include <cstddef>

namespace phusong::coverage {

/// Below it no model is asked: free space and Bullington alone.
inline constexpr double kShortPathM = 250.0;

/// Equal intervals of the path between mast and receiver.
inline std::size_t interval_count(double length_m, double cell_size_m) {
  const double cells = length_m / cell_size_m;
  const auto whole = static_cast<std::size_t>(cells);  // std::ceil is a call on the oldest x86-64
  return std::max<std::size_t>(2, static_cast<double>(whole) < cells ? whole + 1 : whole);
}

}  // namespace phusong::coverage
