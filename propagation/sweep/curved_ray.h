#pragma once

#include "propagation/sweep/antenna_view.h"
#include "propagation/sweep/upper_hull.h"

namespace phusong::propagation::sweep {

/// A ray's heights over an Earth of one curvature. It grows sample by sample, so that extremes over all samples up
/// to a place are at hand for a receiver beyond it.
///
/// With C = 500 / a_p, d in km and heights in m, y = height − C d² is the height over the plane that touches the
/// curved Earth at the mast, and P.1812's slopes become plain slopes in the (d, y) plane.
class CurvedRay {
 public:
  /// `half_curvature`: C; 0 for a flat Earth. `antennas_m`: heights of the mast's antennas above sea level. The first
  /// sample is the mast. `distance_km` must outlive its use here.
  void start(double half_curvature, std::span<const double> antennas_m, std::span<const double> distance_km,
             std::span<const double> height_m);
  /// Takes in the samples up to this one; never goes back.
  void advance_to(int sample);

  double half_curvature() const { return half_curvature_; }
  const UpperHull& hull() const { return hull_; }
  const AntennaView& seen_from(std::size_t antenna) const { return views_[antenna]; }

 private:
  double half_curvature_ = 0.0;
  std::span<const double> distance_km_;
  std::vector<double> y_;  ///< of all samples
  int sample_ = 0;
  UpperHull hull_;
  std::vector<AntennaView> views_;
};

}  // namespace phusong::propagation::sweep
