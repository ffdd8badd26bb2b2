#include "propagation/sweep/curved_ray.h"

namespace phusong::propagation::sweep {

void CurvedRay::start(double half_curvature, double origin_m, std::span<const double> distance_km,
                      std::span<const double> height_m) {
  half_curvature_ = half_curvature;
  origin_m_ = origin_m;
  distance_km_ = distance_km;
  sample_ = 0;
  steepest_ = {};
  const std::size_t n = distance_km.size();
  y_.resize(n);
  slope_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    y_[i] = height_m[i] - half_curvature * distance_km[i] * distance_km[i];
    slope_[i] = (y_[i] - origin_m) / distance_km[i];  // of no meaning at the mast itself, and not used there
  }
  hull_.start(n);
  if (half_curvature > 0.0) clearances_.start(distance_km, slope_);
}

}  // namespace phusong::propagation::sweep
