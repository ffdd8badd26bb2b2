#include "propagation/sweep/itm_irregularity.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "propagation/itm/irregularity.h"
#include "propagation/itm/radio_path.h"

namespace phusong::propagation::sweep {
namespace {

/// Heights that are passed over at one look where none of them lies beyond the guess.
constexpr int kBlock = 8;

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

float ItmIrregularity::ranked_m(float sign, int rank, float& guess_m) {
  sifted_m_.resize(static_cast<std::size_t>(height_m_.size()));
  const auto sift = [&](float beyond_m) {
    std::size_t kept = 0;
    for (Eigen::Index i = 0; i < height_m_.size(); i += kBlock) {
      const Eigen::Index end = std::min(i + kBlock, height_m_.size());
      if (end == i + kBlock && (sign * height_m_.segment<kBlock>(i)).maxCoeff() <= beyond_m) continue;
      for (Eigen::Index k = i; k < end; ++k) {
        sifted_m_[kept] = sign * height_m_[k];
        kept += sifted_m_[kept] > beyond_m ? 1 : 0;
      }
    }
    return kept;
  };
  const auto wanted = static_cast<std::size_t>(rank);
  std::size_t kept = sift(guess_m);
  if (kept < wanted) kept = sift(-std::numeric_limits<float>::infinity());
  const auto at = sifted_m_.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
  std::nth_element(sifted_m_.begin(), at, sifted_m_.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>());
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
  const float range_m = upper_m + lower_m;
  constexpr float kMargin = 0.05F;  // of the range: what the next receiver's tenths may differ by
  upper_guess_m_ = upper_m - kMargin * range_m;
  lower_guess_m_ = lower_m - kMargin * range_m;
  return itm::asymptotic_irregularity_m(double{range_m}, last_m - first_m);
}

}  // namespace phusong::propagation::sweep
