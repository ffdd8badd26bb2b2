#pragma once

namespace phusong::propagation::p1812 {

/// I(x): the inverse complementary cumulative normal distribution in the rational form of P.1812 Attachment 2,
/// good to 4.54e-4. `x`: in [1e-6, 1 − 1e-6].
double inverse_complementary_normal(double x);

/// Share of the way from the median to β0 % at p %: F_i of P.1812 Eq. (40a); 1 for p below β0.
double time_interpolation(double time_percent, double b0_percent);

}  // namespace phusong::propagation::p1812
