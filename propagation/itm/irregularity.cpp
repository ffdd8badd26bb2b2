#include "propagation/itm/irregularity.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "propagation/line_fit.h"

namespace phusong::propagation::itm {
namespace {

double height_at(const EvenProfile& profile, double position) {
  const int left = std::clamp(static_cast<int>(std::ceil(position)) - 1, 0, profile.intervals() - 1);
  const double right_m = profile.height_m[left + 1];
  return right_m + (right_m - profile.height_m[left]) * (position - (left + 1));
}

// Heights at `count` evenly spaced positions between two, both included.
std::vector<double> resampled(const EvenProfile& profile, double first, double last, int count) {
  std::vector<double> height_m(count);
  const double step = (last - first) / (count - 1);
  for (int i = 0; i < count; ++i)
    height_m[i] = height_at(profile, first + i * step);
  return height_m;
}

void subtract_line(std::vector<double>& values) {
  const FittedLine line = fit_line(values, 0.0, static_cast<double>(values.size() - 1));
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] -= line.at(static_cast<double>(i));
}

double ranked_from_top(std::vector<double>& values, int rank) {
  std::nth_element(values.begin(), values.begin() + rank, values.end(), std::greater<>());
  return values[rank];
}

}  // namespace

Tenths tenths_between(double first, double last) {
  const int tenth = std::clamp(static_cast<int>(0.1 * (last - first + 8.0)), 4, 25);
  return {.tenth = tenth, .count = 10 * tenth - 5};
}

double profile_irregularity_m(const EvenProfile& profile, double first_m, double last_m) {
  const double first = first_m / profile.step_m;
  const double last = last_m / profile.step_m;
  if (last - first < 2.0) return 0.0;

  const auto [tenth, count] = tenths_between(first, last);
  std::vector<double> height_m = resampled(profile, first, last, count);
  subtract_line(height_m);
  const double range_m = ranked_from_top(height_m, tenth - 1) - ranked_from_top(height_m, count - tenth);
  return asymptotic_irregularity_m(range_m, last_m - first_m);
}

}  // namespace phusong::propagation::itm
