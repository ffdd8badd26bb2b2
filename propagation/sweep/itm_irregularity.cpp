#include "propagation/sweep/itm_irregularity.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>

#include "propagation/itm/irregularity.h"
#include "propagation/itm/radio_path.h"
#include "propagation/wide_code.h"

namespace phusong::propagation::sweep {
namespace {

/// Looks that a neighbour's tenth is worth: beyond them all heights are put in order.
constexpr int kMostLooks = 12;

using Eight [[gnu::vector_size(32)]] = float;
using EightInts [[gnu::vector_size(32)]] = std::int32_t;

PHUSONG_WIDE_BODY Eight eight_from(const float* values) {
  Eight eight;
  std::memcpy(&eight, values, sizeof(Eight));
  return eight;
}

/// How many values are above a level and how many on it, and those next to it on either side.
struct Neighbourhood {
  int above = 0, equal = 0;
  float next_above = std::numeric_limits<float>::infinity();
  float next_below = -std::numeric_limits<float>::infinity();

  PHUSONG_WIDE_BODY void add(float value, float level) {
    above += value > level ? 1 : 0;
    equal += value == level ? 1 : 0;
    if (value > level && value < next_above) next_above = value;
    if (value < level && value > next_below) next_below = value;
  }
};

/// Of the values times `sign`.
PHUSONG_WIDE_BODY Neighbourhood look_around_wide(const float* values, std::size_t count, float sign, float level) {
  constexpr std::size_t kLanes = sizeof(Eight) / sizeof(float);
  constexpr float kFar = std::numeric_limits<float>::infinity();
  EightInts above{}, equal{};
  Eight next_above = Eight{} + kFar, next_below = Eight{} - kFar;
  const Eight highest = next_above, lowest = next_below;
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const Eight value = sign * eight_from(values + i);
    above -= value > level;
    equal -= value == level;
    const Eight if_above = value > level ? value : highest, if_below = value < level ? value : lowest;
    next_above = if_above < next_above ? if_above : next_above;
    next_below = if_below > next_below ? if_below : next_below;
  }
  Neighbourhood found;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    found.above += above[lane];
    found.equal += equal[lane];
    found.next_above = std::min(found.next_above, next_above[lane]);
    found.next_below = std::max(found.next_below, next_below[lane]);
  }
  for (; i < count; ++i)
    found.add(sign * values[i], level);
  return found;
}
Neighbourhood look_around(const float* values, std::size_t count, float sign, float level) {
  return look_around_wide(values, count, sign, level);
}
PHUSONG_AVX2 Neighbourhood look_around_by_avx2(const float* values, std::size_t count, float sign, float level) {
  return look_around_wide(values, count, sign, level);
}

}  // namespace

/// fit_line()'s slope; its mean does not matter for a range.
void ItmIrregularity::subtract_line() {
  const Eigen::Index last = height_m_.size() - 1;
  const double length = static_cast<double>(last);
  if (from_middle_.size() != height_m_.size()) {
    const auto half = static_cast<float>(0.5 * length);
    from_middle_ = Eigen::ArrayXf::LinSpaced(height_m_.size(), -half, half);
  }
  // Both end samples have half weight.
  const double moment =
      double{(height_m_ * from_middle_).sum()} - 0.25 * length * (double{height_m_[last]} - double{height_m_[0]});
  height_m_ -= static_cast<float>(12.0 * moment / ((length * length + 2.0) * length)) * from_middle_;
}

float ItmIrregularity::ranked_m(float sign, int rank, float guess_m) {
  const auto count = static_cast<std::size_t>(height_m_.size());
  const auto look = propagation::wider(look_around, look_around_by_avx2);
  float level_m = guess_m;
  for (int looks = 0; looks < kMostLooks; ++looks) {
    const Neighbourhood found = look(height_m_.data(), count, sign, level_m);
    if (found.above < rank && rank <= found.above + found.equal) return level_m;
    level_m = found.above >= rank ? found.next_above : found.next_below;
  }
  ordered_m_.resize(count);
  for (std::size_t i = 0; i < count; ++i)
    ordered_m_[i] = sign * height_m_[static_cast<Eigen::Index>(i)];
  const auto at = ordered_m_.begin() + (rank - 1);
  std::ranges::nth_element(ordered_m_, at, std::greater<>());
  return *at;
}

double ItmIrregularity::delta_h_m(const ItmPath& path, double first_m, double last_m) {
  const double first = first_m / path.step_m(), last = last_m / path.step_m();
  if (last - first < 2.0) return 0.0;
  const auto [tenth, count] = itm::tenths_between(first, last);
  height_m_.resize(count);
  path.resample(first, last, {height_m_.data(), static_cast<std::size_t>(count)});
  subtract_line();
  const float upper_m = ranked_m(1.0F, tenth, upper_guess_m_), lower_m = ranked_m(-1.0F, tenth, lower_guess_m_);
  upper_guess_m_ = upper_m;
  lower_guess_m_ = lower_m;
  return itm::asymptotic_irregularity_m(double{upper_m + lower_m}, last_m - first_m);
}

}  // namespace phusong::propagation::sweep
