#include "propagation/sweep/growing_ray.h"

#include "propagation/p1812/radio_climate.h"

namespace phusong::propagation::sweep {
namespace {

double median_c(const SweepSettings& settings) {
  return 500.0 / p1812::median_effective_earth_radius_km(settings.propagation.delta_n);
}

constexpr double kBetaC = 500.0 / p1812::kBetaEffectiveEarthRadiusKm;

void add_up_line(const Ray& ray, std::vector<LineSums>& line_sums) {
  LineSums sums{0.0, 0.0, 0.0, ray.ground_m.front()};
  line_sums.resize(ray.distance_km.size());
  line_sums[0] = sums;
  for (std::size_t i = 1; i < line_sums.size(); ++i) {
    sums.add(ray.distance_km[i], ray.ground_m[i]);
    line_sums[i] = sums;
  }
}

}  // namespace

void GrowingRay::start(const Ray& ray, const SweepSettings& settings, std::span<const double> antennas_m) {
  ray_ = &ray;
  wants_beta_ = settings.propagation.time_percent != 50.0;
  sample_ = 0;
  std::span<const double> surface_m = ray.ground_m;
  if (has_clutter()) {
    surface_m_ = ray.ground_m;
    for (std::size_t i = 0; i < ray.clutter_m.size(); ++i)
      surface_m_[i] += ray.clutter_m[i];
    surface_m = surface_m_;
  }
  bare_.start(median_c(settings), antennas_m, ray.distance_km, ray.ground_m);
  if (has_clutter()) surface_.start(median_c(settings), antennas_m, ray.distance_km, surface_m);
  if (wants_beta_) surface_at_beta_.start(kBetaC, antennas_m, ray.distance_km, surface_m);
  zone_sums_ = p1812::ZoneSums(ray.zone.empty() ? ray.everywhere : ray.zone.front());
}

void GrowingRay::advance_to(int sample) {
  bare_.advance_to(sample);
  if (has_clutter()) surface_.advance_to(sample);
  if (wants_beta_) surface_at_beta_.advance_to(sample);
  for (; !ray_->zone.empty() && sample_ < sample; ++sample_) {
    const auto next = static_cast<std::size_t>(sample_) + 1;
    zone_sums_.add(ray_->distance_km[next], ray_->zone[next]);
  }
}

void GrowingRays::start(std::span<const Ray> rays, const SweepSettings& settings) {
  rays_ = rays;
  settings_ = &settings;
  growing_ = -1;
  antennas_m_.clear();
  for (const double height_m : settings.tx_heights_m)
    antennas_m_.push_back(mast_ground_m() + height_m);
  if (line_sums_.size() < rays.size()) line_sums_.resize(rays.size());
  for (std::size_t i = 0; i < rays.size(); ++i)
    add_up_line(rays[i], line_sums_[i]);
}

double GrowingRays::median_half_curvature() const {
  return median_c(*settings_);
}

double GrowingRays::beta_half_curvature() const {
  return kBetaC;
}

void GrowingRays::start_ray(int ray) {
  growing_ = ray;
  ray_.start(rays_[static_cast<std::size_t>(ray)], *settings_, antennas_m_);
}

}  // namespace phusong::propagation::sweep
