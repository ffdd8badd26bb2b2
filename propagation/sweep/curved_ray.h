#pragma once

#include "propagation/sweep/clearance_blocks.h"
#include "propagation/sweep/upper_hull.h"

namespace phusong::propagation::sweep {

/// A ray's heights over an Earth of one curvature as they grow sample by sample, kept so that extremes over all
/// samples so far are at hand for any receiver beyond them.
///
/// With C = 500 / a_p, d in km and heights in m, y = height − C d² is the height over the plane that touches the
/// curved Earth at the mast, and P.1812's slopes become plain slopes in the (d, y) plane.
class CurvedRay {
 public:
  struct Steepest {
    double slope = -std::numeric_limits<double>::infinity();  ///< m/km
    int sample = 0;
  };

  /// `half_curvature`: C; 0 for a flat Earth. `origin_m`: height of the mast's antenna above sea level.
  void start(double half_curvature, double origin_m, std::size_t samples);
  /// Samples 1, 2, … after the mast.
  void push(double distance_km, double height_m);

  double half_curvature() const { return half_curvature_; }
  double origin_m() const { return origin_m_; }
  /// y of a height at a distance.
  double over_plane(double distance_km, double height_m) const {
    return height_m - half_curvature_ * distance_km * distance_km;
  }
  /// The steepest sample as the mast's antenna sees them; of equal ones the first.
  const Steepest& steepest() const { return steepest_; }
  const UpperHull& hull() const { return hull_; }
  const ClearanceBlocks& clearances() const { return clearances_; }

 private:
  double half_curvature_ = 0.0;
  double origin_m_ = 0.0;
  int samples_ = 0;
  Steepest steepest_;
  UpperHull hull_;
  ClearanceBlocks clearances_;
};

inline void CurvedRay::start(double half_curvature, double origin_m, std::size_t samples) {
  half_curvature_ = half_curvature;
  origin_m_ = origin_m;
  samples_ = 0;
  steepest_ = {};
  hull_.clear();
  hull_.reserve(samples);
  clearances_.clear();
  clearances_.reserve(samples);
}

inline void CurvedRay::push(double distance_km, double height_m) {
  const double y = over_plane(distance_km, height_m);
  const double slope = (y - origin_m_) / distance_km;
  ++samples_;
  if (slope > steepest_.slope) steepest_ = {slope, samples_};
  hull_.push(distance_km, y, samples_);
  clearances_.push(distance_km, slope);
}

}  // namespace phusong::propagation::sweep
