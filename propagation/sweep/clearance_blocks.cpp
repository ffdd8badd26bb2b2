#include "propagation/sweep/clearance_blocks.h"

#include <algorithm>
#include <cmath>

namespace phusong::propagation::sweep {
namespace {

/// Single precision is enough to choose blocks, if bounds give way by more than its rounding.
constexpr float kSlackSlope = 1e-5F;
constexpr float kSlackShare = 1e-6F;
constexpr float kSlackRatio = 0.9999F;

}  // namespace

void ClearanceBlocks::start(std::span<const double> distance_km, std::span<const double> slope) {
  distance_km_ = distance_km;
  slope_ = slope;
  first_km_.clear();
  steepest_.clear();
  for (std::size_t first = 1; first < slope.size(); first += kBlockSamples) {
    const auto block = slope.subspan(first, std::min(kBlockSamples, slope.size() - first));
    double steepest = block.front();
    for (const double value : block)
      steepest = steepest < value ? value : steepest;
    first_km_.push_back(static_cast<float>(distance_km[first]));
    steepest_.push_back(static_cast<float>(steepest));
  }
}

void ClearanceBlocks::look_into(std::size_t block, std::size_t last, double receiver_km, double slope_to_receiver,
                                Nearest& nearest) const {
  const std::size_t first = 1 + block * kBlockSamples;
  const std::size_t end = std::min(first + kBlockSamples, last + 1);
  for (std::size_t i = first; i < end; ++i) {
    const double below = slope_to_receiver - slope_[i];
    const double squared_ratio = below * below * distance_km_[i] / (receiver_km - distance_km_[i]);
    const int sample = static_cast<int>(i);
    const bool is_tie = squared_ratio == nearest.squared_ratio && sample > nearest.sample;
    if (squared_ratio < nearest.squared_ratio || is_tie) nearest = {squared_ratio, sample};
  }
}

ClearanceBlocks::Nearest ClearanceBlocks::nearest(int last, double receiver_km, double slope_to_receiver) const {
  Nearest nearest;
  if (last < 1) return nearest;
  const auto samples = static_cast<std::size_t>(last);
  // The last block may hold samples to come: its bound is then lower than it need be, and still a bound.
  const std::size_t blocks = (samples + kBlockSamples - 1) / kBlockSamples;
  bound_.resize(std::max(bound_.size(), blocks));
  const float d_km = static_cast<float>(receiver_km);
  const float slope = static_cast<float>(slope_to_receiver);
  const float slack = kSlackSlope + kSlackShare * std::abs(slope);
  for (std::size_t b = 0; b < blocks; ++b) {
    const float clear = slope - steepest_[b] - slack;
    const float below = clear > 0.0F ? clear : 0.0F;
    bound_[b] = kSlackRatio * below * below * first_km_[b] / (d_km - first_km_[b]);
  }
  const auto bounds = std::span(bound_).first(blocks);
  const auto most_promising = static_cast<std::size_t>(std::ranges::min_element(bounds) - bounds.begin());
  look_into(most_promising, samples, receiver_km, slope_to_receiver, nearest);
  for (std::size_t b = 0; b < blocks; ++b) {
    if (b == most_promising || double{bounds[b]} > nearest.squared_ratio) continue;
    look_into(b, samples, receiver_km, slope_to_receiver, nearest);
  }
  return nearest;
}

}  // namespace phusong::propagation::sweep
