#pragma once

#include <optional>

namespace phusong::propagation::p1812 {

/// Standard deviation σ_L of the loss over locations in dB, P.1812 4.8: (0.024 f + 0.52) w_a^0.28 u_h.
/// `cell_m`: w_a, side of the square it varies over. u_h is 1 where the receiver is below the clutter or the
/// clutter's height is not known, and falls to 0 ten metres above it.
double sigma_location_db(double frequency_mhz, double cell_m, std::optional<double> clutter_height_m,
                         double rx_height_m);

}  // namespace phusong::propagation::p1812
