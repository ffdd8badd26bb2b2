#include "propagation/p1812/inverse_normal.h"

#include <cmath>

namespace phusong::propagation::p1812 {
namespace {

/// T(x) − C(x) for 0 < x ≤ 0.5.
double upper_half(double x) {
  const double t = std::sqrt(-2.0 * std::log(x));  // (97a)
  // C0 differs from the text books' 2.515517 so that I(0.5) vanishes.
  constexpr double c0 = 2.515516698, c1 = 0.802853, c2 = 0.010328;
  constexpr double d1 = 1.432788, d2 = 0.189269, d3 = 0.001308;
  const double c = ((c2 * t + c1) * t + c0) / (((d3 * t + d2) * t + d1) * t + 1.0);  // (97b)
  return t - c;
}

}  // namespace

double inverse_complementary_normal(double x) {
  return x <= 0.5 ? upper_half(x) : -upper_half(1.0 - x);  // (96a), (96b)
}

double time_interpolation(double time_percent, double b0_percent) {
  if (time_percent < b0_percent) return 1.0;
  return inverse_complementary_normal(time_percent / 100.0) / inverse_complementary_normal(b0_percent / 100.0);
}

}  // namespace phusong::propagation::p1812
