#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "propagation/largest_ratio.h"

namespace phusong::propagation::p526 {

/// The ends of a path; heights above the datum that the profile's heights are above.
struct Terminals {
  double tx_height_m = 0.0;
  double rx_height_m = 0.0;
};

/// Bullington's equivalent knife edge on a profile, P.526 4.5.1 (P.1812 4.3.1, Eqs. (13)–(20)): ν √λ in √m,
/// which does not depend on frequency. Minus infinity for a path without intermediate points or length.
/// `height_m(i)` gives the profile's height at point i, asked for neither end.
template <typename HeightAt>
double bullington_nu_root_wavelength(std::span<const double> distance_km, HeightAt height_m, const Terminals& ends,
                                     double effective_earth_radius_km) {
  const double d = distance_km.back();
  const double half_curvature = 500.0 / effective_earth_radius_km;
  const double slope_tr = (ends.rx_height_m - ends.tx_height_m) / d;  // (14)
  LargestRatio slope_from_tx, slope_from_rx, clearance;
  for (std::size_t i = 1; i + 1 < distance_km.size(); ++i) {
    const double d1 = distance_km[i];
    const double d2 = d - d1;
    const double over_ray_m = height_m(i) + half_curvature * d1 * d2 - ends.tx_height_m - slope_tr * d1;
    slope_from_tx.offer(over_ray_m, d1, i);                          // (13): S_tim − S_tr
    slope_from_rx.offer(over_ray_m, d2, i);                          // (17): S_rim + S_tr
    clearance.offer(over_ray_m * std::abs(over_ray_m), d1 * d2, i);  // (15), squared with its sign
  }
  if (slope_from_tx.value() > 0.0) {
    // With A and B the slopes above the ray, (18) puts the Bullington point at D B / (A + B), and (20) becomes:
    return std::sqrt(0.002 * d * slope_from_tx.value() * slope_from_rx.value());
  }
  const double squared = clearance.value();
  return std::copysign(std::sqrt(0.002 * d * std::abs(squared)), squared);  // (15)
}

/// Bullington's loss in dB from the equivalent edge's ν, P.1812 Eq. (21).
double bullington_loss_db(double nu, double distance_km);

}  // namespace phusong::propagation::p526
