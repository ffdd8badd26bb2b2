#include "sim/analysis/calibration/censored_huber.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong::analysis {
namespace {

double density(double u) {
  return std::exp(-0.5 * u * u) / std::sqrt(2.0 * std::numbers::pi);
}

double distribution(double u) {
  return 0.5 * std::erfc(-u / std::numbers::sqrt2);
}

/// ∫ u² φ(u) du from `a` to `b`.
double second_moment(double a, double b) {
  return distribution(b) - distribution(a) - b * density(b) + a * density(a);
}

}  // namespace

double huber_psi(double u, double k) {
  return std::clamp(u, -k, k);
}

double huber_rho(double u, double k) {
  const double size = std::abs(u);
  return size <= k ? 0.5 * u * u : k * (size - 0.5 * k);
}

double expected_psi_below(double z, double k) {
  if (z <= -k) return -k;
  const double inner = std::min(z, k);
  double sum = -k * distribution(-k) + density(k) - density(inner);
  if (z > k) sum += k * (distribution(z) - distribution(k));
  return sum / distribution(z);
}

double expected_psi_slope(double z, double k) {
  if (z <= -k) return 0.0;
  return density(z) / distribution(z) * (huber_psi(z, k) - expected_psi_below(z, k));
}

double expected_squared_psi_below(double z, double k) {
  if (z <= -k) return k * k;
  double sum = k * k * distribution(-k) + second_moment(-k, std::min(z, k));
  if (z > k) sum += k * k * (distribution(z) - distribution(k));
  return sum / distribution(z);
}

double expected_squared_psi(double k) {
  return 2.0 * k * k * distribution(-k) + second_moment(-k, k);
}

double censored_loss(double z, double k) {
  const double within = std::max(z, -k);
  const double loss = -std::log(distribution(within));
  return loss + density(within) / distribution(within) * (within - z);
}

}  // namespace phusong::analysis
