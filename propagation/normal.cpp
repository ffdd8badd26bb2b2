#include "propagation/normal.h"

#include <cmath>
#include <numbers>

namespace phusong::propagation {
namespace {

// Abramowitz and Stegun 26.2.23, for a tail of at most one half.
double tail_quantile(double tail, double c0) {
  const double t = std::sqrt(-2.0 * std::log(tail));
  const double numerator = (0.010328 * t + 0.802853) * t + c0;
  const double denominator = ((0.001308 * t + 0.189269) * t + 1.432788) * t + 1.0;
  return t - numerator / denominator;
}

double complementary_normal(double x) {
  return 0.5 * std::erfc(x / std::numbers::sqrt2);
}

double normal_density(double x) {
  return std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::numbers::pi);
}

}  // namespace

double approximate_inverse_complementary_normal(double q, double c0) {
  return q > 0.5 ? -tail_quantile(1.0 - q, c0) : tail_quantile(q, c0);
}

double inverse_complementary_normal(double q) {
  const bool upper = q > 0.5;
  const double tail = upper ? 1.0 - q : q;
  double x = tail_quantile(tail, kHastingsC0);
  // Halley's steps: each about triples the correct digits of a start that is good to 4.5e-4.
  for (int step = 0; step < 2; ++step) {
    const double newton = (complementary_normal(x) - tail) / normal_density(x);
    x += newton / (1.0 + 0.5 * x * newton);
  }
  return upper ? -x : x;
}

}  // namespace phusong::propagation
