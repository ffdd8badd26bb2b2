#pragma once

#include <cstddef>
#include <span>

namespace phusong::propagation::p1812 {

/// Of a profile with n equal intervals, the path that is asked about. Sample i is i intervals from the transmitter and
/// j = n − i from the receiver; h_i is its ground. Slopes are metres per interval.
struct EvenRay {
  double tx_height_m = 0.0, rx_height_m = 0.0;  ///< antennas, above what the ground is above
  double bulge_m = 0.0;                         ///< 500 s²/a_p with the step s in km: the Earth's curvature
};

/// What P.1812 takes from the samples 1 … n − 1 of the profile. Symbols and equations are those of P.1812-6.
struct EvenExtremes {
  double ground_sum_m = 0.0;   ///< Σ h_i
  double ground_moment = 0.0;  ///< Σ i h_i
  double tx_slope = 0.0;       ///< largest (h_i − h_ts)/i − bulge·i: (77), less than S_tim of (13) by a constant
  double rx_slope = 0.0;       ///< largest (h_i − h_rs)/j − bulge·j: (82), (17)
  double over_ray_m = 0.0;     ///< largest H_i over the straight ray, h_obs of (89a)
  double tx_angle = 0.0;       ///< largest (h_i − h_ts)/i: (89b) but for the ray's slope
  double rx_angle = 0.0;       ///< largest (h_i − h_rs)/j: (89c)
  double nu_squared = 0.0;     ///< largest H|H|/(i j), H over the ray on the curved Earth: (15), (81)
};

/// `ground_m` has n + 1 samples, 2 ≤ n ≤ kMostIntervals. The same bits on every machine.
EvenExtremes even_extremes(std::span<const double> ground_m, const EvenRay& ray);

/// The first sample of the largest tx_slope, the last of the largest rx_slope, the last of the largest nu_squared.
std::size_t tx_horizon(std::span<const double> ground_m, const EvenRay& ray, const EvenExtremes& extremes);
std::size_t rx_horizon(std::span<const double> ground_m, const EvenRay& ray, const EvenExtremes& extremes);
std::size_t bullington_point(std::span<const double> ground_m, const EvenRay& ray, const EvenExtremes& extremes);

/// Largest h_i − (base + slope·i) from sample `first` to `last`, (95); minus infinity where there is none.
double largest_rise_m(std::span<const double> ground_m, std::size_t first, std::size_t last, double base_m,
                      double slope_m);

}  // namespace phusong::propagation::p1812
