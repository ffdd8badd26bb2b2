#pragma once

#include <span>

#include "propagation/p526/bullington.h"

namespace phusong::propagation::p526 {

/// A straight line through the ground heights: above sea level at the transmitter's and the receiver's end.
struct SurfaceHeights {
  double tx_m = 0.0;
  double rx_m = 0.0;
};

/// Least-squares smooth-Earth surface of bare terrain, P.1812 Attachment 1, 5.6.1 (P.526 4.5.3).
SurfaceHeights least_squares_surface(std::span<const double> distance_km, std::span<const double> ground_m);

/// The surface lowered where terrain stands above the ray and never above the ground at the ends: what
/// delta-Bullington's smooth path stands on, P.1812 Attachment 1, 5.6.2. `ends`: antennas above sea level.
SurfaceHeights diffraction_surface(const SurfaceHeights& least_squares, std::span<const double> distance_km,
                                   std::span<const double> ground_m, const Terminals& ends);

}  // namespace phusong::propagation::p526
