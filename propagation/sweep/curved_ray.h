#pragma once

#include "propagation/sweep/clearance_blocks.h"
#include "propagation/sweep/upper_hull.h"

namespace phusong::propagation::sweep {

/// A ray's heights over an Earth of one curvature. It grows sample by sample, so that extremes over all samples up
/// to a place are at hand for a receiver beyond it.
///
/// With C = 500 / a_p, d in km and heights in m, y = height − C d² is the height over the plane that touches the
/// curved Earth at the mast, and P.1812's slopes become plain slopes in the (d, y) plane.
class CurvedRay {
 public:
  struct Steepest {
    double slope = -std::numeric_limits<double>::infinity();  ///< m/km
    int sample = 0;
  };

  /// `half_curvature`: C; 0 for a flat Earth. `origin_m`: height of the mast's antenna above sea level. The first
  /// sample is the mast. `distance_km` must outlive its use here.
  void start(double half_curvature, double origin_m, std::span<const double> distance_km,
             std::span<const double> height_m);
  /// Takes in the samples up to this one; never goes back.
  void advance_to(int sample) {
    while (sample_ < sample)
      take_in(++sample_);
  }

  double half_curvature() const { return half_curvature_; }
  double origin_m() const { return origin_m_; }
  /// The steepest sample as the mast's antenna sees them; of equal ones the first.
  const Steepest& steepest() const { return steepest_; }
  const UpperHull& hull() const { return hull_; }
  /// Only for rays over a curved Earth.
  ClearanceBlocks::Nearest nearest_to_ray(double receiver_km, double slope_to_receiver) const {
    return clearances_.nearest(sample_, receiver_km, slope_to_receiver);
  }

 private:
  void take_in(int sample) {
    const auto i = static_cast<std::size_t>(sample);
    if (slope_[i] > steepest_.slope) steepest_ = {slope_[i], sample};
    hull_.push(distance_km_[i], y_[i], sample);
  }

  double half_curvature_ = 0.0;
  double origin_m_ = 0.0;
  std::span<const double> distance_km_;
  std::vector<double> y_, slope_;  ///< of all samples; slopes from the mast's antenna, m/km
  int sample_ = 0;
  Steepest steepest_;
  UpperHull hull_;
  ClearanceBlocks clearances_;
};

}  // namespace phusong::propagation::sweep
