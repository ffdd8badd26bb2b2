#include "sim/analysis/calibration/censored_huber.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong::analysis {
namespace {

/// ∫ u² φ(u) du from `a` to `b`.
double second_moment(double a, double b) {
  return normal_distribution(b) - normal_distribution(a) - b * normal_density(b) + a * normal_density(a);
}

}  // namespace

double normal_density(double u) {
  return std::exp(-0.5 * u * u) / std::sqrt(2.0 * std::numbers::pi);
}

double normal_distribution(double u) {
  return 0.5 * std::erfc(-u / std::numbers::sqrt2);
}

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
  double sum = -k * normal_distribution(-k) + normal_density(k) - normal_density(inner);
  if (z > k) sum += k * (normal_distribution(z) - normal_distribution(k));
  return sum / normal_distribution(z);
}

double expected_psi_slope(double z, double k) {
  if (z <= -k) return 0.0;
  return normal_density(z) / normal_distribution(z) * (huber_psi(z, k) - expected_psi_below(z, k));
}

double expected_squared_psi_below(double z, double k) {
  if (z <= -k) return k * k;
  double sum = k * k * normal_distribution(-k) + second_moment(-k, std::min(z, k));
  if (z > k) sum += k * k * (normal_distribution(z) - normal_distribution(k));
  return sum / normal_distribution(z);
}

double expected_squared_psi(double k) {
  return 2.0 * k * k * normal_distribution(-k) + second_moment(-k, k);
}

double censored_loss(double z, double k) {
  const double within = std::max(z, -k);
  const double loss = -std::log(normal_distribution(within));
  return loss + normal_density(within) / normal_distribution(within) * (within - z);
}

Influence influence_of(double error_db, bool is_censored, double sigma_db, double k) {
  const double u = error_db / sigma_db;
  if (is_censored) {
    return {.weight = 1.0,
            .pull_db = sigma_db * expected_psi_below(u, k),
            .slope = expected_psi_slope(u, k),
            .squared = expected_squared_psi_below(u, k)};
  }
  const double psi = huber_psi(u, k);
  const bool is_within = std::abs(u) <= k;
  return {.weight = is_within ? 1.0 : psi / u,
          .pull_db = sigma_db * psi,
          .slope = is_within ? 1.0 : 0.0,
          .squared = psi * psi};
}

}  // namespace phusong::analysis
