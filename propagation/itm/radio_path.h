#pragma once

#include <complex>

#include "propagation/itm/itm.h"

namespace phusong::propagation::itm {

/// Refraction above the path and the ground below it.
struct Surroundings {
  double surface_refractivity = 0.0;      ///< N_s, N-units
  double earth_curvature_per_m = 0.0;     ///< γ_e, of the effective Earth
  std::complex<double> ground_impedance;  ///< Z_g, surface transfer impedance

  double effective_radius_m() const { return 1.0 / earth_curvature_per_m; }
};

/// N_s at a height above sea level, N-units.
double surface_refractivity(double n0, double height_m);
/// γ_e, 1/m.
double earth_curvature_per_m(double surface_refractivity);
/// Basic transmission loss of free space with the model's own constant.
double free_space_db(double frequency_mhz, double distance_m);

/// `path_height_m`: mean height of the path above sea level.
Surroundings surroundings(const Settings& settings, double path_height_m);

/// What the model takes from the terrain.
struct Geometry {
  double distance_m = 0.0;
  double delta_h_m = 0.0;  ///< Δh
  Ends antenna_height_m{};
  Ends effective_height_m{};  ///< h_e
  Ends horizon_distance_m{};  ///< d_L
  Ends horizon_angle_rad{};   ///< θ_e
};

/// A path ready for the model's physics.
struct RadioPath {
  double frequency_mhz = 0.0;
  Surroundings surroundings;
  Geometry geometry;
  bool profile_is_known = false;  ///< point-to-point

  /// k = 2π/λ, per metre (Algorithm 1.1).
  double wave_number() const { return frequency_mhz / 47.7; }
  double effective_radius_m() const { return surroundings.effective_radius_m(); }
  /// d_Lsj: horizon distance over a smooth Earth (Algorithm 3.5).
  double smooth_horizon_m(int end) const;
  /// d_Ls: the longest line of sight over a smooth Earth (Algorithm 3.6).
  double smooth_horizons_m() const { return smooth_horizon_m(0) + smooth_horizon_m(1); }
  /// d_L: the sum of the actual horizon distances (Algorithm 3.7).
  double horizons_m() const { return geometry.horizon_distance_m[0] + geometry.horizon_distance_m[1]; }
  /// −θ_e: the Earth's angle that lies within line of sight (Algorithm 3.8).
  double line_of_sight_angle_rad() const;
  /// Angle by which a ray over `distance_m` is bent at the horizons (Algorithm 4.12).
  double beyond_horizon_angle_rad(double distance_m) const;
};

/// Δh(d): irregularity as it is met within a distance (ERL 79, 3).
double terrain_irregularity_m(double delta_h_m, double distance_m);
/// Its inverse: the asymptotic Δh from what was met.
double asymptotic_irregularity_m(double met_irregularity_m, double distance_m);
/// σ_h: deviation of the terrain within the first Fresnel zone of the reflecting plane (ERL 79, 3.6a).
double terrain_deviation_m(double irregularity_m);

/// Horizon distance and angle that terrain of a given irregularity has on average (Algorithm 3.3, 3.4).
struct TypicalHorizon {
  double distance_m = 0.0;
  double angle_rad = 0.0;
};
TypicalHorizon typical_horizon(double effective_height_m, double delta_h_m, double effective_radius_m);

}  // namespace phusong::propagation::itm
