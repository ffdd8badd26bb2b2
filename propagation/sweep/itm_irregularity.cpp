#include "propagation/sweep/itm_irregularity.h"

#include <algorithm>
#include <functional>

#include "propagation/itm/irregularity.h"
#include "propagation/itm/radio_path.h"

namespace phusong::propagation::sweep {
namespace {

/// fit_line() over evenly spaced values, taken off them.
void subtract_line(std::span<float> values) {
  const int last = static_cast<int>(values.size()) - 1;
  const double length = last, middle = 0.5 * length;
  double sum = 0.5 * (double{values.front()} + double{values.back()});
  double moment = 0.25 * length * (double{values.back()} - double{values.front()});
  for (int i = 1; i < last; ++i) {
    const double value = double{values[static_cast<std::size_t>(i)]};
    sum += value;
    moment += value * (i - middle);
  }
  const double slope = 12.0 * moment / ((length * length + 2.0) * length);
  const auto start = static_cast<float>(sum / length - slope * middle);
  const auto rise = static_cast<float>(slope);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] -= start + rise * static_cast<float>(i);
}

}  // namespace

float ItmIrregularity::ranked_m(float sign, int rank, float& guess_m) {
  sifted_m_.resize(height_m_.size());
  const auto sift = [&](float above_m) {
    std::size_t kept = 0;
    for (const float height_m : height_m_) {
      sifted_m_[kept] = sign * height_m;
      kept += sifted_m_[kept] > above_m ? 1 : 0;
    }
    return kept;
  };
  const auto wanted = static_cast<std::size_t>(rank);
  std::size_t kept = sift(guess_m);
  if (kept < wanted) kept = sift(-std::numeric_limits<float>::infinity());
  const auto at = sifted_m_.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
  std::nth_element(sifted_m_.begin(), at, sifted_m_.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>());
  guess_m = *at - 0.1F * std::abs(*at);
  return *at;
}

double ItmIrregularity::delta_h_m(const ItmPath& path, double first_m, double last_m) {
  const double first = first_m / path.step_m(), last = last_m / path.step_m();
  if (last - first < 2.0) return 0.0;
  const auto [tenth, count] = itm::tenths_between(first, last);
  height_m_.resize(static_cast<std::size_t>(count));
  path.resample(first, last, height_m_);
  subtract_line(height_m_);
  const float range_m = ranked_m(1.0F, tenth, upper_guess_m_) + ranked_m(-1.0F, tenth, lower_guess_m_);
  return itm::asymptotic_irregularity_m(double{range_m}, last_m - first_m);
}

}  // namespace phusong::propagation::sweep
