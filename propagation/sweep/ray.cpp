#include "propagation/sweep/ray.h"

namespace phusong::propagation::sweep {

void Receivers::resize(std::size_t receivers) {
  size_ = receivers;
  if (receivers <= distance_km.size()) return;
  for (auto* values : {&distance_km, &ground_m, &latitude_deg})
    values->resize(receivers);
  last_ray_sample.resize(receivers);
  zone.resize(receivers);
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    for (auto* values : {&own_distance_km[k], &own_ground_m[k], &own_clutter_m[k]})
      values->resize(receivers);
    own_zone[k].resize(receivers);
  }
}

}  // namespace phusong::propagation::sweep
