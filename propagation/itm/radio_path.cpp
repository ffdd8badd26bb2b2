#include "propagation/itm/radio_path.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace phusong::propagation::itm {
namespace {

constexpr double kEarthCurvaturePerM = 157e-9;
constexpr double kIrregularityScaleM = 50e3;

std::complex<double> ground_impedance(const Settings& settings) {
  const std::complex<double> permittivity{settings.epsilon, 18000.0 * settings.sigma_s_per_m / settings.frequency_mhz};
  const std::complex<double> horizontal = std::sqrt(permittivity - 1.0);  // Algorithm 1.5
  switch (settings.polarization) {
    case Polarization::kHorizontal:
      return horizontal;
    case Polarization::kVertical:
      return horizontal / permittivity;
  }
  throw std::invalid_argument("unknown polarization");
}

double share_met(double distance_m) {
  return 1.0 - 0.8 * std::exp(-distance_m / kIrregularityScaleM);
}

}  // namespace

double surface_refractivity(double n0, double height_m) {
  return n0 * std::exp(-height_m / 9460.0);  // TN101 4.3
}

double earth_curvature_per_m(double surface_refractivity) {
  return kEarthCurvaturePerM * (1.0 - 0.04665 * std::exp(surface_refractivity / 179.3));  // TN101 4.4
}

double free_space_db(double frequency_mhz, double distance_m) {
  return 32.45 + 20.0 * std::log10(frequency_mhz) + 20.0 * std::log10(distance_m / 1000.0);
}

Surroundings surroundings(const Settings& settings, double path_height_m) {
  const double refractivity = surface_refractivity(settings.n0, path_height_m);
  return {.surface_refractivity = refractivity,
          .earth_curvature_per_m = earth_curvature_per_m(refractivity),
          .ground_impedance = ground_impedance(settings)};
}

double RadioPath::smooth_horizon_m(int end) const {
  return std::sqrt(2.0 * geometry.effective_height_m[end] * effective_radius_m());
}

double RadioPath::line_of_sight_angle_rad() const {
  const double horizon_angles = geometry.horizon_angle_rad[0] + geometry.horizon_angle_rad[1];
  return -std::max(horizon_angles, -horizons_m() / effective_radius_m());
}

double RadioPath::beyond_horizon_angle_rad(double distance_m) const {
  return distance_m / effective_radius_m() - line_of_sight_angle_rad();
}

double terrain_irregularity_m(double delta_h_m, double distance_m) {
  return delta_h_m * share_met(distance_m);
}

double asymptotic_irregularity_m(double met_irregularity_m, double distance_m) {
  return met_irregularity_m / share_met(distance_m);
}

double terrain_deviation_m(double irregularity_m) {
  return 0.78 * irregularity_m * std::exp(-0.5 * std::pow(irregularity_m, 0.25));
}

TypicalHorizon typical_horizon(double effective_height_m, double delta_h_m, double effective_radius_m) {
  constexpr double kLeastHeightM = 5.0;  // H_3
  const double smooth_m = std::sqrt(2.0 * effective_height_m * effective_radius_m);
  const double distance_m =
      smooth_m * std::exp(-0.07 * std::sqrt(delta_h_m / std::max(effective_height_m, kLeastHeightM)));  // 3.3
  const double angle_rad =
      (0.65 * delta_h_m * (smooth_m / distance_m - 1.0) - 2.0 * effective_height_m) / smooth_m;  // 3.4
  return {distance_m, angle_rad};
}

}  // namespace phusong::propagation::itm
