#pragma once

#include <cmath>
#include <numbers>

namespace phusong::propagation {

/// The only place where decibels meet ratios and degrees meet radians.

inline double db_from_power_ratio(double ratio) {
  return 10.0 * std::log10(ratio);
}
inline double power_ratio_from_db(double value_db) {
  return std::pow(10.0, value_db / 10.0);
}
/// 10 to the power of x, at half the cost of std::pow and to a few units of the last digit.
inline double power_of_ten(double x) {
  return std::exp(x * std::numbers::ln10);
}

/// 20 log10 of a ratio of lengths, fields or frequencies.
inline double db_from_amplitude_ratio(double ratio) {
  return 20.0 * std::log10(ratio);
}

inline constexpr double radians_from_degrees(double angle_deg) {
  return angle_deg * std::numbers::pi / 180.0;
}
inline constexpr double degrees_from_radians(double angle_rad) {
  return angle_rad * 180.0 / std::numbers::pi;
}

/// The angle of a slope of metres per metre, in milliradians.
inline double mrad_from_slope(double slope) {
  return 1000.0 * std::atan(slope);
}

}  // namespace phusong::propagation
