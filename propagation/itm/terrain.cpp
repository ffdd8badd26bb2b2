#include "propagation/itm/terrain.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "propagation/itm/horizons.h"
#include "propagation/itm/irregularity.h"
#include "propagation/line_fit.h"

namespace phusong::propagation::itm {
namespace {

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

double mean_path_height_m(const EvenProfile& profile) {
  const int tenth = static_cast<int>(0.1 * profile.intervals());
  double sum = 0.0;
  for (int i = tenth; i <= profile.intervals() - tenth; ++i)
    sum += profile.height_m[i];
  return sum / (profile.intervals() - 2 * tenth + 1);
}

Geometry geometry_of(const EvenProfile& profile, const Ends& antenna_height_m, double effective_radius_m) {
  Geometry geometry{.distance_m = profile.length_m(), .antenna_height_m = antenna_height_m};
  const Horizons horizons = find_horizons(profile, antenna_height_m, effective_radius_m);
  geometry.horizon_distance_m = horizons.distance_m;
  geometry.horizon_angle_rad = horizons.angle_rad;

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
