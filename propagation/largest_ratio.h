#pragma once

#include <cstddef>
#include <limits>

namespace phusong::propagation {

/// Which of several equal ratios counts as the largest.
enum class OnTie { kKeepFirst, kKeepLast };

/// Keeps the largest of the ratios offered to it. Slopes over a profile are the inner loop of a coverage
/// run: comparing products divides only for a new largest ratio.
template <OnTie on_tie = OnTie::kKeepFirst>
class LargestRatio {
 public:
  /// `denominator` > 0.
  void offer(double numerator, double denominator, std::size_t index) {
    const double limit = value_ * denominator;
    if (on_tie == OnTie::kKeepLast ? numerator >= limit : numerator > limit) {
      value_ = numerator / denominator;
      index_ = index;
    }
  }

  /// Minus infinity while nothing was offered.
  double value() const { return value_; }
  std::size_t index() const { return index_; }

 private:
  double value_ = -std::numeric_limits<double>::infinity();
  std::size_t index_ = 0;
};

}  // namespace phusong::propagation
