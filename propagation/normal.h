#pragma once

namespace phusong::propagation {

/// Q⁻¹(q): the value that a standard normal variable exceeds with probability q, 0 < q < 1, to double precision.
double inverse_complementary_normal(double q);

/// The numerator's constant in the rational approximation below: as printed in Abramowitz and Stegun, and as the
/// ITU-R texts adjust it so that the value at q = 0.5 is zero.
inline constexpr double kHastingsC0 = 2.515516;
inline constexpr double kHastingsC0Itu = 2.515516698;

/// Q⁻¹(q) by Abramowitz and Stegun 26.2.23, error below 4.5e-4, for the models that prescribe it.
double approximate_inverse_complementary_normal(double q, double c0 = kHastingsC0);

}  // namespace phusong::propagation
