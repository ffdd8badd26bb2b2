#include "propagation/sweep/smooth_path_lanes.h"

#include <algorithm>

namespace phusong::propagation::sweep {
namespace {

/// The samples either side of a place; at the path's ends both are the nearest one.
struct Neighbours {
  Lanes before_km, after_km;
};

void ray_neighbours(const SampledPath& samples, int lane, double at_km, Neighbours& result) {
  const int last = samples.last_ray_sample[static_cast<std::size_t>(lane)];
  const std::span<const double> ray_km = samples.ray_km[static_cast<std::size_t>(lane)];
  const auto distance = [&](int i) { return ray_km[static_cast<std::size_t>(i)]; };
  // A first guess, good on a ray of almost equal steps.
  int i = std::clamp(static_cast<int>(at_km / distance(last) * last), 1, last);
  while (i > 1 && distance(i) > at_km)
    --i;
  while (i < last && distance(i + 1) <= at_km)
    ++i;
  result.before_km[lane] = static_cast<float>(distance(i));
  const bool at_end = distance(i) > at_km;  // before the first sample
  if (at_end) {
    result.after_km[lane] = result.before_km[lane];
  } else {
    result.after_km[lane] = i < last ? static_cast<float>(distance(i + 1)) : samples.own_km[0][lane];
  }
}

/// The same for all lanes at once, where samples are at equal steps.
void ray_neighbours(const SampledPath& samples, const Lanes& at_km, Neighbours& result) {
  const float per_step = 1.0F / samples.step_km;
  PHUSONG_INDEPENDENT_LOOP
  for (int l = 0; l < kLanes; ++l) {
    const int last = samples.last_ray_sample[static_cast<std::size_t>(l)];
    const float own_km = samples.own_km[0][l];
    const float at = at_km[l] < own_km ? at_km[l] : own_km;
    const int below = static_cast<int>(at * per_step);
    const int i = below < last ? below : last;
    const float before_km = static_cast<float>(i) * samples.step_km;
    const float after_km = i < last ? before_km + samples.step_km : own_km;
    result.after_km[l] = after_km;
    result.before_km[l] = i > 0 ? before_km : after_km;
  }
}

Neighbours neighbours(const SampledPath& samples, const Lanes& at_km) {
  Neighbours result{samples.own_km.front(), samples.own_km.front()};
  if (samples.step_km > 0.0F) {
    ray_neighbours(samples, at_km, result);
  } else {
    for (int l = 0; l < kLanes; ++l) {
      if (samples.last_ray_sample[static_cast<std::size_t>(l)] > 0 && !(at_km[l] >= samples.own_km[0][l]))
        ray_neighbours(samples, l, static_cast<double>(at_km[l]), result);
    }
  }
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const Lanes& own_km = samples.own_km[k];
    const Lanes& next_km = samples.own_km[std::min(k + 1, kOwnSamples - 1)];
    result.after_km = where_greater(own_km, at_km, result.after_km, next_km);
    result.before_km = where_greater(own_km, at_km, result.before_km, own_km);
  }
  return result;
}

/// How far the smooth Earth stands over the line between the antennas; mostly negative.
Lanes over_ray_m(const SmoothPath& path, const Lanes& at_km) {
  const Lanes rest_km = path.distance_km - at_km;
  return path.half_curvature * at_km * rest_km - (path.tx_m * rest_km + path.rx_m * at_km) / path.distance_km;
}

/// Steepest slope over the ray from an antenna to the samples next to a place, m/km.
Lanes steepest(const SmoothPath& path, const Neighbours& at, bool from_rx) {
  const auto slope = [&](const Lanes& at_km) -> Lanes {
    const Lanes away_km = from_rx ? Lanes(path.distance_km - at_km) : at_km;
    return over_ray_m(path, at_km) / away_km;
  };
  return slope(at.before_km).max(slope(at.after_km));
}

/// Where ν is largest in line of sight. With u² = w = d1/d2 counted from the higher antenna (height a, the other
/// b) and c = C D², clearance over √(d1 d2) is a/u + b u − c u/(1 + u²): it has one minimum, at w ≥ 1 where
/// b w − a + c w (w − 1)/(1 + w)² = 0.
Lanes least_clearance_km(const SmoothPath& path) {
  const Lanes a = path.tx_m.max(path.rx_m), b = path.tx_m.min(path.rx_m);
  const Lanes c = path.half_curvature * path.distance_km * path.distance_km;
  Lanes w = a / b;
  for (int step = 0; step < 6; ++step) {
    const Lanes per_1w = 1.0F / (1.0F + w);
    const Lanes value = b * w - a + c * w * (w - 1.0F) * per_1w * per_1w;
    const Lanes derivative = b + c * (3.0F * w - 1.0F) * per_1w * per_1w * per_1w;
    w = (w - value / derivative).max(1.0F);
  }
  const Lanes from_lower_km = path.distance_km / (1.0F + w);
  const Lanes from_higher_km = path.distance_km - from_lower_km;
  return where_greater(path.rx_m, path.tx_m, from_lower_km, from_higher_km);
}

}  // namespace

Lanes smooth_nu_lanes(const SmoothPath& path, const SampledPath& samples) {
  const Lanes& d = path.distance_km;
  const Lanes zero = Lanes::Zero();
  const Neighbours nearest = neighbours(samples, least_clearance_km(path));
  const auto ratio = [&](const Lanes& at_km) -> Lanes {
    return over_ray_m(path, at_km) / (at_km * (d - at_km)).sqrt();
  };
  Lanes clear_nu = (0.002F * d).sqrt() * ratio(nearest.before_km).max(ratio(nearest.after_km));  // (15), (16)

  const Lanes tx_horizon_km = (path.tx_m / path.half_curvature).sqrt();
  const Lanes rx_horizon_km = (path.rx_m / path.half_curvature).sqrt();
  if ((tx_horizon_km + rx_horizon_km > d).all()) return clear_nu;  // no lane's Earth bulges into its ray
  const Lanes rx_km = (d - rx_horizon_km).max(0.0F);
  const Lanes slope_from_tx = steepest(path, neighbours(samples, tx_horizon_km), false);
  const Lanes slope_from_rx = steepest(path, neighbours(samples, rx_km), true);
  const Lanes blocked_nu = (0.002F * d * slope_from_tx.max(0.0F) * slope_from_rx.max(0.0F)).sqrt();  // (18) to (20)
  return where_greater(slope_from_tx, zero, blocked_nu, clear_nu);
}

}  // namespace phusong::propagation::sweep
