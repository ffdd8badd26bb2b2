#include "propagation/sweep/growing_ray.h"

#include "propagation/p1812/radio_climate.h"

namespace phusong::propagation::sweep {

void GrowingRay::start(const Ray& ray, const SweepSettings& settings) {
  ray_ = &ray;
  antenna_m_ = ray.ground_m.front() + settings.tx_height_m;
  wants_beta_ = settings.propagation.time_percent != 50.0;  // at the median a_β changes nothing
  sample_ = 0;
  const std::size_t n = ray.distance_km.size();
  const double median_c = 500.0 / p1812::median_effective_earth_radius_km(settings.propagation.delta_n);
  bare_.start(median_c, antenna_m_, n);
  flat_.start(0.0, antenna_m_, n);
  if (has_clutter()) surface_.start(median_c, antenna_m_, n);
  if (wants_beta_) surface_at_beta_.start(500.0 / p1812::kBetaEffectiveEarthRadiusKm, antenna_m_, n);
  zone_sums_ = ZoneSums(has_zones() ? ray.zone.front() : ray.everywhere);
  add_up_line();
}

void GrowingRay::add_up_line() {
  TerrainLineSums<double> sums{0.0, 0.0, 0.0, ray_->ground_m.front()};
  line_sums_.clear();
  line_sums_.push_back(sums);
  for (std::size_t i = 1; i < ray_->distance_km.size(); ++i) {
    sums.add(ray_->distance_km[i], ray_->ground_m[i]);
    line_sums_.push_back(sums);
  }
}

void GrowingRay::advance_to(int sample) {
  while (sample_ < sample) {
    const auto i = static_cast<std::size_t>(++sample_);
    const double d_km = ray_->distance_km[i];
    const double ground_m = ray_->ground_m[i];
    const double surface_m = has_clutter() ? ground_m + ray_->clutter_m[i] : ground_m;
    bare_.push(d_km, ground_m);
    flat_.push(d_km, ground_m);
    if (has_clutter()) surface_.push(d_km, surface_m);
    if (wants_beta_) surface_at_beta_.push(d_km, surface_m);
    if (has_zones()) zone_sums_.add(d_km, ray_->zone[i]);
  }
}

}  // namespace phusong::propagation::sweep
