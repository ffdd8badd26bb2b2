#pragma once

#include <vector>

namespace phusong::report {

/// Values from `low` to `high` along a line of the page.
struct Axis {
  double low = 0.0, high = 1.0;
  double at_low = 0.0, at_high = 1.0;  ///< on the page

  double at(double value) const { return at_low + (value - low) / (high - low) * (at_high - at_low); }
};

/// Multiples of 1, 2 or 5 times a power of ten between the two, about `count` of them, and their step.
struct Ticks {
  double step = 1.0;
  std::vector<double> values;

  /// Decimals that tell them apart.
  int decimals() const;
};
Ticks ticks_between(double low, double high, int count);

}  // namespace phusong::report
