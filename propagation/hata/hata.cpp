#include "propagation/hata/hata.h"

#include <cmath>
#include <stdexcept>

namespace phusong::propagation::hata {
namespace {

double square(double value) {
  return value * value;
}

// a(h_m) of a small or medium city (Hata, Eq. 14).
double small_city_height_gain_db(const Input& input) {
  const double log_f = std::log10(input.frequency_mhz);
  return (1.1 * log_f - 0.7) * input.mobile_height_m - (1.56 * log_f - 0.8);
}

// a(h_m) of a large city (Hata, Eqs. 15, 16); the paper leaves 200 to 400 MHz open, practice divides at 300 MHz.
double large_city_height_gain_db(const Input& input) {
  return input.frequency_mhz < 300.0 ? 8.29 * square(std::log10(1.54 * input.mobile_height_m)) - 1.1
                                     : 3.2 * square(std::log10(11.75 * input.mobile_height_m)) - 4.97;
}

// How much less an environment loses than a small or medium city.
double relief_db(const Input& input) {
  const double log_f = std::log10(input.frequency_mhz);
  switch (input.environment) {
    case Environment::kLargeCity:
    case Environment::kSmallMediumCity:
      return 0.0;
    case Environment::kSuburban:
      return 2.0 * square(std::log10(input.frequency_mhz / 28.0)) + 5.4;  // Hata, Eq. 18
    case Environment::kOpen:
      return 4.78 * log_f * log_f - 18.33 * log_f + 40.94;  // Hata, Eq. 19
  }
  throw std::invalid_argument("unknown environment");
}

// What the base's height and the distance contribute, the same in both models.
double base_and_distance_db(const Input& input) {
  const double log_base = std::log10(input.base_height_m);
  return -13.82 * log_base + (44.9 - 6.55 * log_base) * std::log10(input.distance_km);
}

Violations violations_of(const Input& input, const Limit& frequency) {
  Violations violations;
  check(frequency, input.frequency_mhz, violations);
  check(kDistance, input.distance_km, violations);
  check(kBaseHeight, input.base_height_m, violations);
  check(kMobileHeight, input.mobile_height_m, violations);
  return violations;
}

}  // namespace

std::optional<Environment> environment_from_name(std::string_view name) {
  if (name == "large_city") return Environment::kLargeCity;
  if (name == "small_medium_city") return Environment::kSmallMediumCity;
  if (name == "suburban") return Environment::kSuburban;
  if (name == "open") return Environment::kOpen;
  return std::nullopt;
}

MedianLoss okumura_hata_loss(const Input& input) {
  const double mobile_gain_db = input.environment == Environment::kLargeCity ? large_city_height_gain_db(input)
                                                                             : small_city_height_gain_db(input);
  const double loss_db = 69.55 + 26.16 * std::log10(input.frequency_mhz) + base_and_distance_db(input) -
                         mobile_gain_db - relief_db(input);  // Hata, Eq. 13
  return {.loss_db = loss_db, .violations = violations_of(input, kOkumuraFrequency)};
}

MedianLoss cost231_hata_loss(const Input& input) {
  const double centre_db = input.environment == Environment::kLargeCity ? 3.0 : 0.0;  // C_m
  const double loss_db = 46.3 + 33.9 * std::log10(input.frequency_mhz) + base_and_distance_db(input) -
                         small_city_height_gain_db(input) + centre_db - relief_db(input);  // COST 231, Eq. 4.4.3
  return {.loss_db = loss_db, .violations = violations_of(input, kCost231Frequency)};
}

}  // namespace phusong::propagation::hata
