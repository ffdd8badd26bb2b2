#include "propagation/sweep/clearance_blocks.h"

#include <algorithm>
#include <cmath>

namespace phusong::propagation::sweep {
namespace {

/// Single precision is enough to choose blocks, if bounds give way by more than its rounding.
constexpr float kSlackSlope = 1e-5F;
constexpr float kSlackRatio = 0.9999F;

}  // namespace

void ClearanceBlocks::clear() {
  distance_km_.clear();
  slope_.clear();
  first_km_.clear();
  steepest_.clear();
}

void ClearanceBlocks::reserve(std::size_t samples) {
  distance_km_.reserve(samples);
  slope_.reserve(samples);
  first_km_.reserve(samples / kBlockSamples + 1);
  steepest_.reserve(samples / kBlockSamples + 1);
}

void ClearanceBlocks::push(double distance_km, double slope) {
  if (distance_km_.size() % kBlockSamples == 0) {
    first_km_.push_back(static_cast<float>(distance_km));
    steepest_.push_back(static_cast<float>(slope));
  }
  distance_km_.push_back(distance_km);
  slope_.push_back(slope);
  steepest_.back() = std::max(steepest_.back(), static_cast<float>(slope));
}

void ClearanceBlocks::look_into(std::size_t block, double receiver_km, double slope_to_receiver,
                                Nearest& nearest) const {
  const std::size_t first = block * kBlockSamples;
  const std::size_t end = std::min(first + kBlockSamples, slope_.size());
  for (std::size_t i = first; i < end; ++i) {
    const double below = slope_to_receiver - slope_[i];
    const double squared_ratio = below * below * distance_km_[i] / (receiver_km - distance_km_[i]);
    const int sample = static_cast<int>(i) + 1;
    const bool is_tie = squared_ratio == nearest.squared_ratio && sample > nearest.sample;
    if (squared_ratio < nearest.squared_ratio || is_tie) nearest = {squared_ratio, sample};
  }
}

ClearanceBlocks::Nearest ClearanceBlocks::nearest(double receiver_km, double slope_to_receiver) const {
  Nearest nearest;
  const std::size_t blocks = first_km_.size();
  if (blocks == 0) return nearest;
  bound_.resize(blocks);
  const float d_km = static_cast<float>(receiver_km);
  const float slope = static_cast<float>(slope_to_receiver);
  for (std::size_t b = 0; b < blocks; ++b) {
    const float below = std::max(slope - steepest_[b] - kSlackSlope - 1e-6F * std::abs(slope), 0.0F);
    bound_[b] = kSlackRatio * below * below * first_km_[b] / (d_km - first_km_[b]);
  }
  const auto most_promising = static_cast<std::size_t>(std::ranges::min_element(bound_) - bound_.begin());
  look_into(most_promising, receiver_km, slope_to_receiver, nearest);
  for (std::size_t b = 0; b < blocks; ++b)
    if (b != most_promising && double{bound_[b]} <= nearest.squared_ratio)
      look_into(b, receiver_km, slope_to_receiver, nearest);
  return nearest;
}

}  // namespace phusong::propagation::sweep
