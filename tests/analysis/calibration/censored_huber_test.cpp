#include "sim/analysis/calibration/censored_huber.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <numbers>

using namespace phusong::analysis;
using doctest::Approx;

namespace {

constexpr double kHuber = 1.345;
/// Beyond every residual: the plain Tobit model.
constexpr double kNoBound = 30.0;

/// ∫ f φ from −12 to `end` by the rule of midpoints.
template <class Function>
double normal_integral(double end, Function f) {
  constexpr int kSteps = 200000;
  constexpr double kBegin = -12.0;
  const double step = (end - kBegin) / kSteps;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double u = kBegin + (i + 0.5) * step;
    sum += f(u) * normal_density(u) * step;
  }
  return sum;
}

double normal_share_below(double z) {
  return normal_integral(z, [](double) { return 1.0; });
}

}  // namespace

TEST_CASE("expectations of what is censored are those of numerical integration") {
  for (const double k : {0.7, kHuber, 4.0}) {
    for (const double z : {-3.0, -1.4, -0.3, 0.0, 0.9, 2.0, 5.0}) {
      CAPTURE(k);
      CAPTURE(z);
      const double below = normal_share_below(z);
      const auto psi = [k](double u) { return huber_psi(u, k); };
      CHECK(expected_psi_below(z, k) == Approx(normal_integral(z, psi) / below).epsilon(1e-6));
      CHECK(expected_squared_psi_below(z, k) ==
            Approx(normal_integral(z, [&](double u) { return psi(u) * psi(u); }) / below).epsilon(1e-6));
    }
    CHECK(expected_squared_psi(k) ==
          Approx(normal_integral(12.0, [k](double u) { return std::pow(huber_psi(u, k), 2); })).epsilon(1e-6));
  }
}

TEST_CASE("without a bound the influence of a censored value is the gradient of the Tobit likelihood") {
  // log Φ((L − μ) / σ) as a function of μ, by central differences.
  constexpr double kLimit = -120.0, kSigma = 7.0, kStep = 1e-4;
  for (const double mean : {-135.0, -122.0, -120.0, -112.0, -100.0}) {
    const auto log_likelihood = [&](double at) {
      return std::log(0.5 * std::erfc(-(kLimit - at) / kSigma / std::numbers::sqrt2));
    };
    const double gradient = (log_likelihood(mean + kStep) - log_likelihood(mean - kStep)) / (2.0 * kStep);
    const double z = (kLimit - mean) / kSigma;
    CHECK(expected_psi_below(z, kNoBound) / kSigma == Approx(gradient).epsilon(1e-5));
    CHECK(-censored_loss(z, kNoBound) == Approx(log_likelihood(mean)).epsilon(1e-9));
  }
}

TEST_CASE("the slope of the influence is its derivative") {
  constexpr double kStep = 1e-5;
  for (const double z : {-1.2, -0.2, 0.6, 1.2, 1.6, 3.0}) {
    const double difference = (expected_psi_below(z + kStep, kHuber) - expected_psi_below(z - kStep, kHuber)) / 2e-5;
    CHECK(expected_psi_slope(z, kHuber) == Approx(difference).epsilon(1e-4));
  }
  CHECK(expected_psi_slope(-2.0, kHuber) == 0.0);
}

TEST_CASE("influences of measured and censored values together have the expectation nothing") {
  for (const double z : {-2.0, -0.5, 0.4, 1.8}) {
    const double censored = normal_share_below(z) * expected_psi_below(z, kHuber);
    const double measured = normal_integral(12.0, [&](double u) { return u > z ? huber_psi(u, kHuber) : 0.0; });
    CHECK(censored + measured == Approx(0.0).scale(1.0).epsilon(1e-4));
  }
}

TEST_CASE("losses grow no faster than a line beyond the bound") {
  CHECK(huber_rho(1.0, kHuber) == 0.5);
  CHECK(huber_rho(11.0, kHuber) - huber_rho(10.0, kHuber) == Approx(kHuber));
  const double step = censored_loss(-11.0, kHuber) - censored_loss(-10.0, kHuber);
  CHECK(step == Approx(censored_loss(-21.0, kHuber) - censored_loss(-20.0, kHuber)));
  CHECK(censored_loss(8.0, kHuber) == Approx(0.0).scale(1.0).epsilon(1e-9));
}
