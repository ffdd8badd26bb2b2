#include "propagation/sweep/growing_ray.h"

#include "propagation/p1812/radio_climate.h"

namespace phusong::propagation::sweep {

void GrowingRay::start(const Ray& ray, const SweepSettings& settings) {
  ray_ = &ray;
  antenna_m_ = ray.ground_m.front() + settings.tx_height_m;
  wants_beta_ = settings.propagation.time_percent != 50.0;  // at the median a_β changes nothing
  sample_ = 0;
  surface_m_ = ray.ground_m;
  for (std::size_t i = 0; i < ray.clutter_m.size(); ++i)
    surface_m_[i] += ray.clutter_m[i];
  const double median_c = 500.0 / p1812::median_effective_earth_radius_km(settings.propagation.delta_n);
  const double beta_c = 500.0 / p1812::kBetaEffectiveEarthRadiusKm;
  bare_.start(median_c, antenna_m_, ray.distance_km, ray.ground_m);
  flat_.start(0.0, antenna_m_, ray.distance_km, ray.ground_m);
  if (has_clutter()) surface_.start(median_c, antenna_m_, ray.distance_km, surface_m_);
  if (wants_beta_) surface_at_beta_.start(beta_c, antenna_m_, ray.distance_km, surface_m_);
  zone_sums_ = p1812::ZoneSums(has_zones() ? ray.zone.front() : ray.everywhere);
  add_up_line();
}

void GrowingRay::add_up_line() {
  p526::TerrainLineSums<double> sums{0.0, 0.0, 0.0, ray_->ground_m.front()};
  line_sums_.resize(ray_->distance_km.size());
  line_sums_[0] = sums;
  for (std::size_t i = 1; i < line_sums_.size(); ++i) {
    sums.add(ray_->distance_km[i], ray_->ground_m[i]);
    line_sums_[i] = sums;
  }
}

void GrowingRay::advance_to(int sample) {
  bare_.advance_to(sample);
  flat_.advance_to(sample);
  if (has_clutter()) surface_.advance_to(sample);
  if (wants_beta_) surface_at_beta_.advance_to(sample);
  for (; has_zones() && sample_ < sample; ++sample_) {
    const auto next = static_cast<std::size_t>(sample_) + 1;
    zone_sums_.add(ray_->distance_km[next], ray_->zone[next]);
  }
}

}  // namespace phusong::propagation::sweep
