#include "propagation/itm/terrain.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "propagation/itm/irregularity.h"
#include "propagation/line_fit.h"

namespace phusong::propagation::itm {
namespace {

bool is_even(std::span<const double> distance_km) {
  const double step_km = distance_km[1] - distance_km[0];
  for (std::size_t i = 1; i < distance_km.size(); ++i) {
    if (std::abs(distance_km[i] - static_cast<double>(i) * step_km) > 1e-6 * step_km) return false;
  }
  return true;
}

std::vector<double> interpolated(const Profile& profile, double step_km) {
  std::vector<double> height_m(profile.size());
  std::size_t left = 0;
  for (std::size_t i = 0; i < height_m.size(); ++i) {
    const double d = static_cast<double>(i) * step_km;
    while (left + 2 < profile.size() && profile.distance_km[left + 1] <= d)
      ++left;
    const double span_km = profile.distance_km[left + 1] - profile.distance_km[left];
    const double share = std::min((d - profile.distance_km[left]) / span_km, 1.0);
    height_m[i] = std::lerp(profile.ground_m[left], profile.ground_m[left + 1], share);
  }
  return height_m;
}

// Radio horizons as seen from both antennas (TN101 6.15). Distances are summed step by step: the cuts to whole indices
// that follow depend on the last bit, and this is how the published values were made.
void find_horizons(const EvenProfile& profile, double effective_radius_m, Geometry& geometry) {
  const double length_m = profile.length_m();
  const double tx_m = profile.height_m.front() + geometry.antenna_height_m[0];
  const double rx_m = profile.height_m.back() + geometry.antenna_height_m[1];
  const double fall = length_m / (2.0 * effective_radius_m);
  geometry.horizon_angle_rad = {(rx_m - tx_m) / length_m - fall, (tx_m - rx_m) / length_m - fall};
  geometry.horizon_distance_m = {length_m, length_m};

  Ends distance_m{0.0, length_m};
  for (int i = 1; i < profile.intervals(); ++i) {
    distance_m[0] += profile.step_m;
    distance_m[1] -= profile.step_m;
    const Ends antenna_m{tx_m, rx_m};
    for (int end = 0; end < 2; ++end) {
      const double angle_rad =
          (profile.height_m[i] - antenna_m[end]) / distance_m[end] - distance_m[end] / (2.0 * effective_radius_m);
      if (angle_rad <= geometry.horizon_angle_rad[end]) continue;
      geometry.horizon_angle_rad[end] = angle_rad;
      geometry.horizon_distance_m[end] = distance_m[end];
    }
  }
}

double height_above(double ground_m, double fitted_m) {
  return std::max(ground_m - fitted_m, 0.0);
}

// Well within line of sight the profile counts as a sample of its terrain: heights over one fitted line, horizons as
// such terrain has them on average.
void use_typical_horizons(const EvenProfile& profile, double first, double last, double effective_radius_m,
                          Geometry& geometry) {
  const FittedLine line = fit_line(profile.height_m, first, last);
  const Ends rise_m{height_above(profile.height_m.front(), line.at(0.0)),
                    height_above(profile.height_m.back(), line.at(profile.intervals()))};
  const auto set_horizon = [&](int end) {
    const TypicalHorizon horizon =
        typical_horizon(geometry.effective_height_m[end], geometry.delta_h_m, effective_radius_m);
    geometry.horizon_distance_m[end] = horizon.distance_m;
    geometry.horizon_angle_rad[end] = horizon.angle_rad;
  };
  for (int end = 0; end < 2; ++end) {
    geometry.effective_height_m[end] = geometry.antenna_height_m[end] + rise_m[end];
    set_horizon(end);
  }
  const double horizons_m = geometry.horizon_distance_m[0] + geometry.horizon_distance_m[1];
  if (horizons_m > geometry.distance_m) return;
  const double raise = std::pow(geometry.distance_m / horizons_m, 2);
  for (int end = 0; end < 2; ++end) {
    geometry.effective_height_m[end] *= raise;
    set_horizon(end);
  }
}

// Otherwise each height counts from the line fitted to its own foreground, nine tenths of the way to its horizon.
void use_foregrounds(const EvenProfile& profile, double first, double last, Geometry& geometry) {
  const double step_m = profile.step_m;
  const FittedLine tx = fit_line(profile.height_m, first, 0.9 * geometry.horizon_distance_m[0] / step_m);
  const FittedLine rx =
      fit_line(profile.height_m, (geometry.distance_m - 0.9 * geometry.horizon_distance_m[1]) / step_m, last);
  geometry.effective_height_m = {
      geometry.antenna_height_m[0] + height_above(profile.height_m.front(), tx.at(0.0)),
      geometry.antenna_height_m[1] + height_above(profile.height_m.back(), rx.at(profile.intervals()))};
}

// Algorithm 3.1, 3.2.
double sited_height_m(double height_m, Siting siting, double delta_h_m) {
  if (siting == Siting::kRandom) return height_m;
  double gain_m = siting == Siting::kCareful ? 4.0 : 9.0;
  if (height_m < 5.0) gain_m *= std::sin(0.1 * std::numbers::pi * height_m);
  return height_m + (1.0 + gain_m) * std::exp(-std::min(20.0, 2.0 * height_m / std::max(1e-3, delta_h_m)));
}

}  // namespace

EvenProfile even_profile(const Profile& profile) {
  if (profile.size() < 2 || profile.distance_km.size() != profile.size()) {
    throw std::invalid_argument("a profile needs at least two points, each with its distance");
  }
  if (is_even(profile.distance_km)) {
    return {.step_m = 1000.0 * profile.distance_km[1], .height_m = {profile.ground_m.begin(), profile.ground_m.end()}};
  }
  const double step_km = profile.length_km() / static_cast<double>(profile.size() - 1);
  return {.step_m = 1000.0 * step_km, .height_m = interpolated(profile, step_km)};
}

double mean_path_height_m(const EvenProfile& profile) {
  const int tenth = static_cast<int>(0.1 * profile.intervals());
  double sum = 0.0;
  for (int i = tenth; i <= profile.intervals() - tenth; ++i)
    sum += profile.height_m[i];
  return sum / (profile.intervals() - 2 * tenth + 1);
}

Geometry geometry_of(const EvenProfile& profile, const Ends& antenna_height_m, double effective_radius_m) {
  Geometry geometry{.distance_m = profile.length_m(), .antenna_height_m = antenna_height_m};
  find_horizons(profile, effective_radius_m, geometry);

  // The foregrounds of the masts are left out: 15 heights, at most a tenth of the way to the horizon (Hufford 1982).
  const auto foreground_m = [&](int end) {
    return std::min(15.0 * antenna_height_m[end], 0.1 * geometry.horizon_distance_m[end]);
  };
  const double first_m = foreground_m(0);
  const double last_m = geometry.distance_m - foreground_m(1);
  geometry.delta_h_m = profile_irregularity_m(profile, first_m, last_m);

  const double first = first_m / profile.step_m;
  const double last = last_m / profile.step_m;
  if (geometry.horizon_distance_m[0] + geometry.horizon_distance_m[1] > 1.5 * geometry.distance_m) {
    use_typical_horizons(profile, first, last, effective_radius_m, geometry);
  } else {
    use_foregrounds(profile, first, last, geometry);
  }
  return geometry;
}

Geometry geometry_of(const AreaInput& input, double effective_radius_m) {
  Geometry geometry{.distance_m = 1000.0 * input.distance_km,
                    .delta_h_m = input.delta_h_m,
                    .antenna_height_m = {input.tx_height_m, input.rx_height_m}};
  const std::array siting{input.tx_siting, input.rx_siting};
  for (int end = 0; end < 2; ++end) {
    const double height_m = sited_height_m(geometry.antenna_height_m[end], siting[end], input.delta_h_m);
    const TypicalHorizon horizon = typical_horizon(height_m, input.delta_h_m, effective_radius_m);
    geometry.effective_height_m[end] = height_m;
    geometry.horizon_distance_m[end] = horizon.distance_m;
    geometry.horizon_angle_rad[end] = horizon.angle_rad;
  }
  return geometry;
}

}  // namespace phusong::propagation::itm
