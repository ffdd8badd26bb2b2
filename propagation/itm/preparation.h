#pragma once

#include <algorithm>
#include <cmath>

#include "propagation/itm/horizons.h"
#include "propagation/itm/radio_path.h"

// From horizons to effective heights (Algorithm, section 6: "preparation"), whatever holds the path's ground. `Ground`
// has
//   double length_m(), step_m()                            the path and its equal intervals
//   Ends height_m()                                        ground at both ends
//   Ends fitted_m(double first, double last)               at both ends, the least-squares line through the samples
//                                                          between two positions, as fit_line() takes them
//   double irregularity_m(double first_m, double last_m)   Δh of a stretch
namespace phusong::propagation::itm {

inline double height_above(double ground_m, double fitted_m) {
  return std::max(ground_m - fitted_m, 0.0);
}

inline void use_typical_horizon(int end, double effective_radius_m, Geometry& geometry) {
  const TypicalHorizon horizon =
      typical_horizon(geometry.effective_height_m[end], geometry.delta_h_m, effective_radius_m);
  geometry.horizon_distance_m[end] = horizon.distance_m;
  geometry.horizon_angle_rad[end] = horizon.angle_rad;
}

/// Well within line of sight the profile counts as a sample of its terrain: heights over one fitted line, horizons as
/// such terrain has them on average.
template <typename Ground>
void use_typical_horizons(const Ground& ground, double first, double last, double effective_radius_m,
                          Geometry& geometry) {
  const Ends ground_m = ground.height_m();
  const Ends fitted_m = ground.fitted_m(first, last);
  for (int end = 0; end < 2; ++end) {
    geometry.effective_height_m[end] = geometry.antenna_height_m[end] + height_above(ground_m[end], fitted_m[end]);
    use_typical_horizon(end, effective_radius_m, geometry);
  }
  const double horizons_m = geometry.horizon_distance_m[0] + geometry.horizon_distance_m[1];
  if (horizons_m > geometry.distance_m) return;
  const double raise = std::pow(geometry.distance_m / horizons_m, 2);
  for (int end = 0; end < 2; ++end) {
    geometry.effective_height_m[end] *= raise;
    use_typical_horizon(end, effective_radius_m, geometry);
  }
}

/// Otherwise each height counts from the line fitted to its own foreground, nine tenths of the way to its horizon.
template <typename Ground>
void use_foregrounds(const Ground& ground, double first, double last, Geometry& geometry) {
  const Ends ground_m = ground.height_m();
  const Ends tx_line_m = ground.fitted_m(first, 0.9 * geometry.horizon_distance_m[0] / ground.step_m());
  const Ends rx_line_m =
      ground.fitted_m((geometry.distance_m - 0.9 * geometry.horizon_distance_m[1]) / ground.step_m(), last);
  geometry.effective_height_m = {geometry.antenna_height_m[0] + height_above(ground_m[0], tx_line_m[0]),
                                 geometry.antenna_height_m[1] + height_above(ground_m[1], rx_line_m[1])};
}

template <typename Ground>
Geometry prepared(const Ground& ground, const Ends& antenna_height_m, const Horizons& horizons,
                  double effective_radius_m) {
  Geometry geometry{.distance_m = ground.length_m(), .antenna_height_m = antenna_height_m};
  geometry.horizon_distance_m = horizons.distance_m;
  geometry.horizon_angle_rad = horizons.angle_rad;

  // The foregrounds of the masts are left out: 15 heights, at most a tenth of the way to the horizon (Hufford 1982).
  const auto foreground_m = [&](int end) {
    return std::min(15.0 * antenna_height_m[end], 0.1 * geometry.horizon_distance_m[end]);
  };
  const double first_m = foreground_m(0);
  const double last_m = geometry.distance_m - foreground_m(1);
  geometry.delta_h_m = ground.irregularity_m(first_m, last_m);

  const double first = first_m / ground.step_m();
  const double last = last_m / ground.step_m();
  if (geometry.horizon_distance_m[0] + geometry.horizon_distance_m[1] > 1.5 * geometry.distance_m) {
    use_typical_horizons(ground, first, last, effective_radius_m, geometry);
  } else {
    use_foregrounds(ground, first, last, geometry);
  }
  return geometry;
}

}  // namespace phusong::propagation::itm
