#include "propagation/antenna/half_power_width.h"

namespace phusong::propagation {
namespace {

constexpr double kHalfPowerDb = 3.0;
constexpr double kTurnDeg = 360.0;
constexpr double kScanStepDeg = 0.5;

/// How far the cut stays within half power of the beam on one side of it, at most half a turn.
double half_power_side_deg(const MsiPattern& pattern, double direction) {
  const double beam_db = pattern.horizontal_db(pattern.beam_azimuth_deg);
  double angle_deg = 0.0;
  while (angle_deg < kTurnDeg / 2.0) {
    const double next_deg = angle_deg + kScanStepDeg;
    if (pattern.horizontal_db(pattern.beam_azimuth_deg + direction * next_deg) - beam_db > kHalfPowerDb) break;
    angle_deg = next_deg;
  }
  return angle_deg;
}

double width_of(const ParametricPattern& pattern) {
  return pattern.beamwidth_h_deg.value_or(kTurnDeg);
}

double width_of(const std::shared_ptr<const MsiPattern>& pattern) {
  return half_power_side_deg(*pattern, 1.0) + half_power_side_deg(*pattern, -1.0);
}

}  // namespace

double half_power_width_deg(const Antenna& antenna) {
  return std::visit([](const auto& pattern) { return width_of(pattern); }, antenna.pattern);
}

}  // namespace phusong::propagation
