#pragma once

namespace phusong::propagation {

inline constexpr double kEarthRadiusKm = 6371.0;  // P.1812, 3.5

/// Speed of light as P.1812 rounds it; the validation values of ITU-R Study Group 3 rest on it.
inline constexpr double kSpeedOfLightMPerS = 2.998e8;

inline constexpr double wavelength_m(double frequency_mhz) {
  return kSpeedOfLightMPerS / (frequency_mhz * 1e6);
}

/// Speed of light as the SI defines it, for models that do not round it.
inline constexpr double kVacuumSpeedOfLightMPerS = 299792458.0;

inline constexpr double vacuum_wavelength_m(double frequency_mhz) {
  return kVacuumSpeedOfLightMPerS / (frequency_mhz * 1e6);
}

}  // namespace phusong::propagation
