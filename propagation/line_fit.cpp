#include "propagation/line_fit.h"

#include <algorithm>
#include <cmath>

namespace phusong::propagation {
namespace {

int whole_part_above_zero(double value) {
  return static_cast<int>(std::max(value, 0.0));
}

}  // namespace

IndexStretch stretch_between(int last_index, double first_position, double last_position) {
  IndexStretch stretch{whole_part_above_zero(first_position),
                       last_index - whole_part_above_zero(last_index - last_position)};
  if (stretch.last <= stretch.first) {
    stretch.first = std::max(stretch.first - 1, 0);
    stretch.last = last_index - std::max(last_index - (stretch.last + 1), 0);
  }
  return stretch;
}

FittedLine fit_line(std::span<const double> values, double first_position, double last_position) {
  const auto [first, last] = stretch_between(static_cast<int>(values.size()) - 1, first_position, last_position);
  const double length = last - first;
  const double middle = 0.5 * (first + last);

  double sum = 0.5 * (values[first] + values[last]);
  double moment = 0.25 * length * (values[last] - values[first]);
  for (int i = first + 1; i < last; ++i) {
    sum += values[i];
    moment += values[i] * (i - middle);
  }
  return {
      .mean = sum / length, .slope_per_interval = 12.0 * moment / ((length * length + 2.0) * length), .middle = middle};
}

}  // namespace phusong::propagation
