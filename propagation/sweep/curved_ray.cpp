#include "propagation/sweep/curved_ray.h"

namespace phusong::propagation::sweep {

void CurvedRay::start(double half_curvature, std::span<const double> antennas_m, std::span<const double> distance_km,
                      std::span<const double> height_m) {
  half_curvature_ = half_curvature;
  distance_km_ = distance_km;
  sample_ = 0;
  const std::size_t n = distance_km.size();
  y_.resize(n);
  for (std::size_t i = 0; i < n; ++i)
    y_[i] = height_m[i] - half_curvature * distance_km[i] * distance_km[i];
  hull_.start(n);
  views_.resize(antennas_m.size());
  for (std::size_t a = 0; a < antennas_m.size(); ++a)
    views_[a].start(antennas_m[a], half_curvature, distance_km, y_);
}

void CurvedRay::advance_to(int sample) {
  for (; sample_ < sample; ++sample_) {
    const auto next = static_cast<std::size_t>(sample_) + 1;
    hull_.push(distance_km_[next], y_[next], sample_ + 1);
  }
}

}  // namespace phusong::propagation::sweep
