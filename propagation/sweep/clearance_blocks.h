#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace phusong::propagation::sweep {

/// Finds the sample that comes nearest to the ray of a line-of-sight path, in Fresnel radii. With σ_i the slope
/// from the antenna to sample i over the curved Earth and S that to the receiver, the clearance is (S − σ_i) d_i,
/// and its square over d_i (D − d_i) is (S − σ_i)² d_i / (D − d_i). There is no hull for this weight, but the
/// largest σ and the smallest d of a block of samples bound it from below: few blocks are looked into.
class ClearanceBlocks {
 public:
  static constexpr std::size_t kBlockSamples = 16;

  /// The smallest of (clearance² / (d1 d2)) and the sample it is at; of equal ones the last.
  struct Nearest {
    double squared_ratio = std::numeric_limits<double>::infinity();
    int sample = 0;
  };

  /// All samples of a ray, numbered from 0; `slope` holds σ_i in m/km, the first is not looked at. The arrays must
  /// outlive their use here.
  void start(std::span<const double> distance_km, std::span<const double> slope);
  /// Over the samples 1 … `last`; `slope_to_receiver` is not below any of their σ_i.
  Nearest nearest(int last, double receiver_km, double slope_to_receiver) const;

 private:
  /// Blocks that are bounded together.
  static constexpr std::size_t kBlocksAtOnce = 16;
  /// Samples of a block that are looked at together.
  static constexpr std::size_t kSamplesAtOnce = 8;

  /// A line-of-sight path.
  struct Path {
    std::size_t last;
    double receiver_km, slope_to_receiver;
  };
  double squared_ratio(std::size_t sample, const Path& path) const;
  void offer(std::size_t sample, const Path& path, Nearest& nearest) const;
  void look_into(std::size_t block, const Path& path, Nearest& nearest) const;

  std::span<const double> distance_km_, slope_;
  std::vector<float> first_km_, steepest_;  ///< a block; made up to whole kBlocksAtOnce
  mutable std::size_t nearest_before_ = 1;  ///< mostly nearest to the next receiver's ray too
};

}  // namespace phusong::propagation::sweep
