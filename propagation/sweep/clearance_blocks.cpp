#include "propagation/sweep/clearance_blocks.h"

#include <Eigen/Core>
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
  nearest_before_ = 1;
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
  const std::size_t whole = (first_km_.size() + kBlocksAtOnce - 1) / kBlocksAtOnce * kBlocksAtOnce;
  first_km_.resize(whole, std::numeric_limits<float>::infinity());
  steepest_.resize(whole);
}

double ClearanceBlocks::squared_ratio(std::size_t sample, const Path& path) const {
  const double below = path.slope_to_receiver - slope_[sample];
  return below * below * distance_km_[sample] / (path.receiver_km - distance_km_[sample]);
}

void ClearanceBlocks::offer(std::size_t sample, const Path& path, Nearest& nearest) const {
  const double ratio = squared_ratio(sample, path);
  const int number = static_cast<int>(sample);
  const bool is_tie = ratio == nearest.squared_ratio && number > nearest.sample;
  if (ratio < nearest.squared_ratio || is_tie) nearest = {ratio, number};
}

void ClearanceBlocks::look_into(std::size_t block, const Path& path, Nearest& nearest) const {
  using Samples = Eigen::Array<double, kSamplesAtOnce, 1>;
  std::size_t i = 1 + block * kBlockSamples;
  const std::size_t end = std::min(i + kBlockSamples, path.last + 1);
  for (; i + kSamplesAtOnce <= end; i += kSamplesAtOnce) {
    const Samples distance_km = Eigen::Map<const Samples>(distance_km_.data() + i);
    const Samples below = path.slope_to_receiver - Eigen::Map<const Samples>(slope_.data() + i);
    const Samples ratio = below * below * distance_km / (path.receiver_km - distance_km);
    if (ratio.minCoeff() > nearest.squared_ratio) continue;
    for (std::size_t k = 0; k < kSamplesAtOnce; ++k)
      offer(i + k, path, nearest);
  }
  for (; i < end; ++i)
    offer(i, path, nearest);
}

ClearanceBlocks::Nearest ClearanceBlocks::nearest(int last, double receiver_km, double slope_to_receiver) const {
  Nearest nearest;
  if (last < 1) return nearest;
  const Path path{static_cast<std::size_t>(last), receiver_km, slope_to_receiver};
  offer(std::min(nearest_before_, path.last), path, nearest);
  const float d_km = static_cast<float>(receiver_km);
  const float slope = static_cast<float>(slope_to_receiver);
  const float slack = kSlackSlope + kSlackShare * std::abs(slope);
  // The last block may hold samples to come: its bound is then lower than it need be, and still a bound.
  const std::size_t blocks = (path.last + kBlockSamples - 1) / kBlockSamples;
  for (std::size_t first = 0; first < blocks; first += kBlocksAtOnce) {
    Eigen::Array<float, kBlocksAtOnce, 1> bound;
    for (std::size_t k = 0; k < kBlocksAtOnce; ++k) {
      const float first_km = first_km_[first + k];
      const float clear = slope - steepest_[first + k] - slack;
      const float below = clear > 0.0F ? clear : 0.0F;
      const float ratio = kSlackRatio * below * below * first_km / (d_km - first_km);
      bound[static_cast<Eigen::Index>(k)] = first_km < d_km ? ratio : std::numeric_limits<float>::infinity();
    }
    if (double{bound.minCoeff()} > nearest.squared_ratio) continue;
    for (std::size_t k = 0; k < kBlocksAtOnce && first + k < blocks; ++k)
      if (double{bound[static_cast<Eigen::Index>(k)]} <= nearest.squared_ratio) look_into(first + k, path, nearest);
  }
  nearest_before_ = static_cast<std::size_t>(nearest.sample);
  return nearest;
}

}  // namespace phusong::propagation::sweep
