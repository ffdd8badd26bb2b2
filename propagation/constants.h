#pragma once

namespace phusong::propagation {

inline constexpr double kEarthRadiusKm = 6371.0;  // P.1812, 3.5

/// Speed of light as P.1812 rounds it; the validation values of ITU-R Study Group 3 rest on it.
inline constexpr double kSpeedOfLightMPerS = 2.998e8;

inline constexpr double wavelength_m(double frequency_mhz) {
  return kSpeedOfLightMPerS / (frequency_mhz * 1e6);
}

}  // namespace phusong::propagation
