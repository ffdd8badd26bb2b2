#include "propagation/p530/rain.h"

#include <cmath>

namespace phusong::propagation::p530 {
namespace {

constexpr double kLargestFactor = 2.5;

double distance_factor_of(const RainQuery& query, double alpha) {
  return 1.0 / (0.477 * std::pow(query.distance_km, 0.633) * std::pow(query.r001_mm_per_h, 0.073 * alpha) *
                    std::pow(query.wave.frequency_ghz, 0.123) -
                10.579 * (1.0 - std::exp(-0.024 * query.distance_km)));  // (32)
}

}  // namespace

void check_rain_limits(const RainQuery& query, double p_percent, Violations& violations) {
  check(kRainFrequency, query.wave.frequency_ghz, violations);
  check(kRainDistance, query.distance_km, violations);
  check(kRainPercent, p_percent, violations);
}

RainAttenuation::RainAttenuation(const RainQuery& query)
    : coefficients_(p838::coefficients(query.wave)),
      distance_km_(query.distance_km),
      specific_attenuation_db_per_km_(coefficients_.specific_attenuation_db_per_km(query.r001_mm_per_h)),
      unbounded_factor_(distance_factor_of(query, coefficients_.alpha)) {
  const double f = query.wave.frequency_ghz;
  const double c0 = f >= 10.0 ? 0.12 + 0.4 * std::log10(std::pow(f / 10.0, 0.8)) : 0.12;  // (36)
  c1_ = std::pow(0.07, c0) * std::pow(0.12, 1.0 - c0);
  c2_ = 0.855 * c0 + 0.546 * (1.0 - c0);
  c3_ = 0.139 * c0 + 0.043 * (1.0 - c0);
}

double RainAttenuation::distance_factor() const {
  const bool beyond = unbounded_factor_ > kLargestFactor || unbounded_factor_ < 0.0;
  return beyond ? kLargestFactor : unbounded_factor_;
}

double RainAttenuation::a001_db() const {
  return specific_attenuation_db_per_km_ * distance_km_ * distance_factor();
}

double RainAttenuation::share_of_a001(double p_percent) const {
  return c1_ * std::pow(p_percent, -(c2_ + c3_ * std::log10(p_percent)));
}

double RainAttenuation::exceeded_db(double p_percent) const {
  return a001_db() * share_of_a001(p_percent);
}

double RainAttenuation::unbounded_exceeded_db(double p_percent) const {
  return specific_attenuation_db_per_km_ * distance_km_ * unbounded_factor_ * share_of_a001(p_percent);
}

double RainAttenuation::percent_exceeding(double attenuation_db) const {
  // With x = log p, (34) reads c3 x² + c2 x + log(A_p / (A_0.01 c1)) = 0; A_p falls along the greater root.
  const double constant = std::log10(attenuation_db / (a001_db() * c1_));
  const double discriminant = c2_ * c2_ - 4.0 * c3_ * constant;
  if (discriminant < 0.0) return 0.0;
  return std::pow(10.0, (-c2_ + std::sqrt(discriminant)) / (2.0 * c3_));
}

}  // namespace phusong::propagation::p530
