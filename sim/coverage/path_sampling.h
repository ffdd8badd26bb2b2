#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace phusong::coverage {

/// Below it no model is asked: free space and Bullington alone.
inline constexpr double kShortPathM = 250.0;

/// Equal intervals of the path between mast and receiver.
inline std::size_t interval_count(double length_m, double cell_size_m) {
  return static_cast<std::size_t>(std::max(2.0, std::ceil(length_m / cell_size_m)));
}

}  // namespace phusong::coverage
