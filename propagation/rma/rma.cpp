#include "propagation/rma/rma.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "propagation/free_space.h"
#include "propagation/p1812/radio_climate.h"

namespace phusong::propagation::rma {
namespace {

constexpr double kSpeedOfLight = 3.0e8;  // as the table prescribes for d_BP

double breakpoint_m(const Input& input) {
  return 2.0 * std::numbers::pi * input.base_height_m * input.terminal_height_m * input.frequency_mhz * 1e6 /
         kSpeedOfLight;
}

// PL1, up to the breakpoint.
double near_loss_db(const Input& input, double distance_3d_m) {
  const double h = input.surroundings.building_height_m;
  const double f_ghz = input.frequency_mhz / 1000.0;
  const double power = std::pow(h, 1.72);
  return 20.0 * std::log10(40.0 * std::numbers::pi * distance_3d_m * f_ghz / 3.0) +
         std::min(0.03 * power, 10.0) * std::log10(distance_3d_m) - std::min(0.044 * power, 14.77) +
         0.002 * std::log10(h) * distance_3d_m;
}

// PL2 continues PL1 with the fourth power of distance.
double line_of_sight_db(const Input& input, double breakpoint) {
  if (input.distance_m <= breakpoint) return near_loss_db(input, input.distance_3d_m);
  return near_loss_db(input, breakpoint) + 40.0 * std::log10(input.distance_3d_m / breakpoint);
}

// PL'_NLOS.
double obstructed_db(const Input& input) {
  const auto& [h, w] = input.surroundings;
  const double log_base = std::log10(input.base_height_m);
  const double log_terminal = std::log10(11.75 * input.terminal_height_m);
  const double building_ratio = h / input.base_height_m;
  return 161.04 - 7.1 * std::log10(w) + 7.5 * std::log10(h) -
         (24.37 - 3.7 * building_ratio * building_ratio) * log_base +
         (43.42 - 3.1 * log_base) * (std::log10(input.distance_3d_m) - 3.0) +
         20.0 * std::log10(input.frequency_mhz / 1000.0) - (3.2 * log_terminal * log_terminal - 4.97);
}

void check_limits(const Input& input, Violations& violations) {
  check(kFrequency, input.frequency_mhz, violations);
  check(input.line_of_sight ? kSightDistance : kNoSightDistance, input.distance_m, violations);
  check(kBaseHeight, input.base_height_m, violations);
  check(kTerminalHeight, input.terminal_height_m, violations);
  check(kBuildingHeight, input.surroundings.building_height_m, violations);
  check(kStreetWidth, input.surroundings.street_width_m, violations);
}

double surface_m(const Profile& profile, std::size_t i) {
  return profile.ground_m[i] + (profile.clutter_m.empty() ? 0.0 : profile.clutter_m[i]);
}

}  // namespace

MedianLoss median_loss(const Input& input) {
  MedianLoss result{.breakpoint_m = breakpoint_m(input), .line_of_sight = input.line_of_sight};
  result.line_of_sight_db = line_of_sight_db(input, result.breakpoint_m);
  result.loss_db =
      input.line_of_sight ? result.line_of_sight_db : std::max(result.line_of_sight_db, obstructed_db(input));
  check_limits(input, result.violations);
  return result;
}

MedianLoss median_loss(const ProfileInput& input) {
  const double slant_km =
      slant_distance_km(input.profile.length_km(), input.profile.ground_m.front() + input.tx_height_m,
                        input.profile.ground_m.back() + input.rx_height_m);
  return median_loss(Input{.frequency_mhz = input.frequency_mhz,
                           .distance_m = 1000.0 * input.profile.length_km(),
                           .distance_3d_m = 1000.0 * slant_km,
                           .base_height_m = input.tx_height_m,
                           .terminal_height_m = input.rx_height_m,
                           .surroundings = input.surroundings,
                           .line_of_sight = has_line_of_sight(input)});
}

bool has_line_of_sight(const ProfileInput& input) {
  const Profile& profile = input.profile;
  const double length_km = profile.length_km();
  const double tx_m = profile.ground_m.front() + input.tx_height_m;
  const double rx_m = profile.ground_m.back() + input.rx_height_m;
  const double half_curvature = 500.0 / p1812::median_effective_earth_radius_km(input.delta_n);
  for (std::size_t i = 1; i + 1 < profile.size(); ++i) {
    const double d_km = profile.distance_km[i];
    const double ray_m = std::lerp(tx_m, rx_m, d_km / length_km) - half_curvature * d_km * (length_km - d_km);
    if (surface_m(profile, i) >= ray_m) return false;
  }
  return true;
}

}  // namespace phusong::propagation::rma
