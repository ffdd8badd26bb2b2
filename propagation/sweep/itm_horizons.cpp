#include "propagation/sweep/itm_horizons.h"

#include <algorithm>

namespace phusong::propagation::sweep {
namespace {

/// Takes a sample for the horizon of one end where it stands higher than what was found before.
void offer(int end, double angle_rad, double distance_m, itm::Horizons& horizons) {
  if (angle_rad <= horizons.angle_rad[end]) return;
  horizons.angle_rad[end] = angle_rad;
  horizons.distance_m[end] = distance_m;
}

}  // namespace

void ItmHorizons::start(const Ray& ray, const itm::Ends& antenna_height_m, double most_curvature_per_m) {
  ray_ = &ray;
  antenna_height_m_ = antenna_height_m;
  most_half_curvature_per_m_ = 0.5 * most_curvature_per_m;
  sample_ = 0;
  from_mast_.start(ray.distance_km.size());
  from_receivers_.start(ray.distance_km.size());
}

void ItmHorizons::advance_to(int sample) {
  const double antenna_m = ray_->ground_m.front() + antenna_height_m_[0];
  while (sample_ < sample) {
    ++sample_;
    const auto i = static_cast<std::size_t>(sample_);
    const double d_m = 1000.0 * ray_->distance_km[i], z_m = ray_->ground_m[i];
    from_mast_.push(d_m, (z_m - antenna_m) / d_m, sample_);
    from_receivers_.push(d_m, z_m - most_half_curvature_per_m_ * d_m * d_m, sample_);
  }
}

void ItmHorizons::look_from_mast(const ItmPath& path, double half_curvature_per_m, itm::Horizons& horizons) const {
  const double antenna_m = path.height_m(0) + antenna_height_m_[0];
  const auto look_at = [&](int sample) {
    const double distance_m = path.from_tx_m(sample);
    offer(0, (path.height_m(sample) - antenna_m) / distance_m - distance_m * half_curvature_per_m, distance_m,
          horizons);
  };
  if (from_mast_.size() > 0) look_at(from_mast_.sample(from_mast_.furthest_above(half_curvature_per_m)));
  for (int i = path.last_ray_sample() + 1; i < path.intervals(); ++i)
    look_at(i);
}

void ItmHorizons::look_from_receiver(const ItmPath& path, double half_curvature_per_m, itm::Horizons& horizons) const {
  const double length_m = path.length_m();
  const double antenna_m = path.height_m(path.intervals()) + antenna_height_m_[1];
  const auto look_at = [&](int sample) {
    const double distance_m = path.from_rx_m(sample);
    const double angle_rad = (path.height_m(sample) - antenna_m) / distance_m - distance_m * half_curvature_per_m;
    offer(1, angle_rad, distance_m, horizons);
    return angle_rad;
  };
  if (from_receivers_.size() > 0) {
    const double y = antenna_m - most_half_curvature_per_m_ * length_m * length_m;
    const double less_curvature_per_m = most_half_curvature_per_m_ - half_curvature_per_m;
    // A vertex nearer to the mast looks lower than the tangent by the greatest curvature; by a lesser one it gains, but
    // no more than this.
    for (std::size_t v = from_receivers_.tangent_from(length_m, y) + 1; v-- > 0;) {
      const double angle_rad = look_at(from_receivers_.sample(v));
      if (angle_rad + less_curvature_per_m * from_receivers_.x(v) < horizons.angle_rad[1]) break;
    }
  }
  for (int i = path.last_ray_sample() + 1; i < path.intervals(); ++i)
    look_at(i);
}

itm::Horizons ItmHorizons::find(const ItmPath& path, double curvature_per_m) {
  const double length_m = path.length_m(), half_curvature_per_m = 0.5 * curvature_per_m;
  const double fall = length_m * half_curvature_per_m;
  const itm::Ends ground_m = path.height_m();
  const double slope = (ground_m[1] + antenna_height_m_[1] - (ground_m[0] + antenna_height_m_[0])) / length_m;
  itm::Horizons horizons{.distance_m = {length_m, length_m}, .angle_rad = {slope - fall, -slope - fall}};
  advance_to(path.last_ray_sample());
  look_from_mast(path, half_curvature_per_m, horizons);
  // What hides the receiver from the mast hides the mast from the receiver.
  if (horizons.distance_m[0] != length_m) look_from_receiver(path, half_curvature_per_m, horizons);
  return horizons;
}

}  // namespace phusong::propagation::sweep
