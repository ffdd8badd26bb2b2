#include "propagation/sweep/anomalous_lanes.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

namespace sweep = phusong::propagation::sweep;

namespace {

/// A(p) at the median, P.1812 Eqs. (53) and (53a).
double median_variability_db(double d_km, double beta_percent) {
  const double log_beta = std::log10(beta_percent);
  const double gamma = 1.076 / std::pow(2.0058 - log_beta, 1.012) *
                       std::exp(-(9.51 - 4.8 * log_beta + 0.198 * log_beta * log_beta) * 1e-6 * std::pow(d_km, 1.13));
  const double ratio = 50.0 / beta_percent;
  return -12.0 + (1.2 + 3.7e-3 * d_km) * std::log10(ratio) + 12.0 * std::pow(ratio, gamma);
}

/// The greatest β0 at a latitude, Eqs. (2) to (5): over no land at all.
double greatest_beta_percent(double latitude_deg) {
  const double phi_deg = std::abs(latitude_deg);
  return phi_deg <= 70.0 ? std::pow(10.0, -0.015 * phi_deg + 1.67) : 4.17;
}

float least_at(double latitude_deg) {
  sweep::PlaceLanes places;
  places.latitude_deg = sweep::DoubleLanes::Constant(latitude_deg);
  return sweep::least_median_variability_db(places);
}

}  // namespace

TEST_CASE("at the median ducting varies by no less than its bound, however rough the path") {
  CHECK(rc::check([] {
    const double latitude_deg = *rc::gen::inRange(-90, 91);
    const double d_km = 0.25 + 0.01 * *rc::gen::inRange(0, 9'975);
    const double decades = 0.01 * *rc::gen::inRange(0, 10'000);
    const double beta_percent = greatest_beta_percent(latitude_deg) * std::pow(10.0, -decades);
    RC_ASSERT(median_variability_db(d_km, beta_percent) >= double{least_at(latitude_deg)} - 1e-3);
  }));
}

TEST_CASE("the bound of a batch is that of its lowest latitude") {
  sweep::PlaceLanes places;
  places.latitude_deg = sweep::DoubleLanes::LinSpaced(21.0, 23.0);
  places.latitude_deg[5] = -19.0;
  CHECK(sweep::least_median_variability_db(places) == doctest::Approx(double{least_at(19.0)}));
}
