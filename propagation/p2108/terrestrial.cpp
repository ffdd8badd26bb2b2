#include <algorithm>
#include <cmath>

#include "propagation/normal.h"
#include "propagation/p2108/p2108.h"

namespace phusong::propagation::p2108 {
namespace {

double uncapped_loss_db(const TerrestrialInput& input, double distance_km) {
  constexpr double kSigmaLDb = 4.0;  // (4b)
  constexpr double kSigmaSDb = 6.0;  // (5b)
  const double log_f = std::log10(input.frequency_ghz);
  const double l_l_db = -2.0 * std::log10(std::pow(10.0, -5.0 * log_f - 12.5) + std::pow(10.0, -16.5));  // (4a)
  const double l_s_db = 32.98 + 23.9 * std::log10(distance_km) + 3.0 * log_f;                            // (5a)
  const double weight_l = std::pow(10.0, -0.2 * l_l_db);
  const double weight_s = std::pow(10.0, -0.2 * l_s_db);
  const double sigma_db =
      std::sqrt((kSigmaLDb * kSigmaLDb * weight_l + kSigmaSDb * kSigmaSDb * weight_s) / (weight_l + weight_s));  // (3b)
  return -5.0 * std::log10(weight_l + weight_s) -
         sigma_db * inverse_complementary_normal(input.p_percent / 100.0);  // (3a)
}

}  // namespace

ClutterLoss terrestrial_loss(const TerrestrialInput& input) {
  constexpr double kCapDistanceKm = 2.0;  // (6)
  ClutterLoss result{.loss_db =
                         std::min(uncapped_loss_db(input, input.distance_km), uncapped_loss_db(input, kCapDistanceKm))};
  check(kTerrestrialLimits[0], input.frequency_ghz, result.violations);
  check(kTerrestrialLimits[1], input.distance_km, result.violations);
  check(kTerrestrialLimits[2], input.p_percent, result.violations);
  return result;
}

}  // namespace phusong::propagation::p2108
