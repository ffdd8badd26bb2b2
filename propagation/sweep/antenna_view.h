#pragma once

#include <algorithm>

#include "propagation/sweep/clearance_blocks.h"

namespace phusong::propagation::sweep {

/// A ray as one antenna of its mast sees it: slopes to the samples over one Earth. It grows with the ray.
class AntennaView {
 public:
  struct Steepest {
    double slope = -std::numeric_limits<double>::infinity();  ///< m/km
    int sample = 0;
  };

  /// `y`: heights over the plane that touches the Earth at the mast. The arrays must outlive their use here.
  void start(double antenna_m, double half_curvature, std::span<const double> distance_km, std::span<const double> y);
  /// Takes in the samples up to this one; never goes back.
  void advance_to(int sample) {
    for (; sample_ < sample; ++sample_) {
      const auto next = static_cast<std::size_t>(sample_) + 1;
      const double slope = slope_[next];
      if (slope > steepest_.slope) steepest_ = {slope, sample_ + 1};
      flat_steepest_ = std::max(flat_steepest_, slope + half_curvature_ * distance_km_[next]);
    }
  }

  double antenna_m() const { return antenna_m_; }  ///< above sea level
  /// The steepest sample; of equal ones the first.
  const Steepest& steepest() const { return steepest_; }
  /// The same over a flat Earth, m/km.
  double flat_steepest() const { return flat_steepest_; }
  /// The sample that comes nearest to the ray of a line-of-sight path.
  ClearanceBlocks::Nearest nearest_to_ray(double receiver_km, double slope_to_receiver) const;

 private:
  double antenna_m_ = 0.0, half_curvature_ = 0.0;
  std::span<const double> distance_km_;
  std::vector<double> slope_;  ///< to all samples, m/km
  int sample_ = 0;
  Steepest steepest_;
  double flat_steepest_ = 0.0;
  mutable ClearanceBlocks clearances_;
  mutable bool has_clearances_ = false;
};

}  // namespace phusong::propagation::sweep
