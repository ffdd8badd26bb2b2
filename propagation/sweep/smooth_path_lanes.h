#pragma once

#include <array>
#include <span>

#include "propagation/sweep/lanes.h"
#include "propagation/sweep/ray.h"

namespace phusong::propagation::sweep {

/// The smooth Earth under each lane's path, on an Earth of effective radius a_p.
struct SmoothPath {
  Lanes distance_km;
  Lanes tx_m, rx_m;            ///< antennas above the smooth surface, > 0
  float half_curvature = 0.0;  ///< C = 500 / a_p
};

/// Where each lane's path has samples.
struct SampledPath {
  float step_km = 0.0F;  ///< of the rays, where all are at equal steps; else 0
  std::array<std::span<const double>, kLanes> ray_km;
  std::array<int, kLanes> last_ray_sample;
  std::array<Lanes, kOwnSamples> own_km;
};

/// Bullington's ν √λ of the smooth path, √m. The maxima of Eqs. (13) to (17) run over the profile's samples; over
/// a parabola they are next to a place that is known in closed form or by a few steps of Newton's method.
Lanes smooth_nu_lanes(const SmoothPath& path, const SampledPath& samples);

}  // namespace phusong::propagation::sweep
