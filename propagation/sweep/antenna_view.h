#pragma once

#include "propagation/sweep/clearance_blocks.h"

namespace phusong::propagation::sweep {

/// A ray as one antenna of its mast sees it: slopes to the samples over one Earth.
class AntennaView {
 public:
  struct Steepest {
    double slope = -std::numeric_limits<double>::infinity();  ///< m/km
    double flat_slope = slope;                                ///< of the sample steepest over a flat Earth, m/km
    int sample = 0;
  };

  /// `y`: heights over the plane that touches the Earth at the mast. The arrays must outlive their use here.
  void start(double antenna_m, double half_curvature, std::span<const double> distance_km, std::span<const double> y);

  double antenna_m() const { return antenna_m_; }  ///< above sea level
  /// The steepest of the samples up to this one; of equal ones the first.
  const Steepest& steepest_up_to(int sample) const { return steepest_[static_cast<std::size_t>(sample)]; }
  /// Of the samples up to this one that which comes nearest to the ray of a line-of-sight path.
  ClearanceBlocks::Nearest nearest_to_ray(int last, double receiver_km, double slope_to_receiver) const;

 private:
  double antenna_m_ = 0.0;
  std::span<const double> distance_km_;
  std::vector<double> slope_;  ///< to all samples, m/km
  std::vector<Steepest> steepest_;
  mutable ClearanceBlocks clearances_;
  mutable bool has_clearances_ = false;
};

}  // namespace phusong::propagation::sweep
