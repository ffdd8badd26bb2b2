#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "propagation/limit.h"

// Median loss without a terrain profile: M. Hata, "Empirical formula for propagation loss in land mobile radio
// services", IEEE VT-29, 1980, and its extension in COST 231, final report, section 4.4.1.
namespace phusong::propagation::hata {

/// COST 231 calls the large city a metropolitan centre and the other a medium city.
enum class Environment : std::uint8_t { kLargeCity, kSmallMediumCity, kSuburban, kOpen };

/// "large_city", "small_medium_city", "suburban", "open".
std::optional<Environment> environment_from_name(std::string_view name);

struct Input {
  double frequency_mhz = 0.0;
  double distance_km = 0.0;
  double base_height_m = 0.0;    ///< h_b, effective
  double mobile_height_m = 0.0;  ///< h_m
  Environment environment = Environment::kSmallMediumCity;
};

inline constexpr Limit kOkumuraFrequency{"frequency_mhz", 150.0, 1500.0, "MHz"};
inline constexpr Limit kCost231Frequency{"frequency_mhz", 1500.0, 2000.0, "MHz"};
inline constexpr Limit kDistance{"distance_km", 1.0, 20.0, "km"};
inline constexpr Limit kBaseHeight{"base_height_m", 30.0, 200.0, "m"};
inline constexpr Limit kMobileHeight{"mobile_height_m", 1.0, 10.0, "m"};
inline constexpr std::array kOkumuraLimits = {kOkumuraFrequency, kDistance, kBaseHeight, kMobileHeight};
inline constexpr std::array kCost231Limits = {kCost231Frequency, kDistance, kBaseHeight, kMobileHeight};

struct MedianLoss {
  double loss_db = 0.0;
  Violations violations;
};

/// Throw std::invalid_argument for an unknown environment.
MedianLoss okumura_hata_loss(const Input& input);
MedianLoss cost231_hata_loss(const Input& input);

}  // namespace phusong::propagation::hata
