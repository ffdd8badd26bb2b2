#include "propagation/itm/diffraction.h"

#include <algorithm>
#include <cmath>

namespace phusong::propagation::itm {
namespace {

// Loss of a knife edge from ν² (TN101 III.24b and III.24c).
double knife_edge_db(double nu_squared) {
  if (nu_squared < 5.76) return 6.02 + 9.11 * std::sqrt(nu_squared) - 1.27 * nu_squared;
  return 12.953 + 10.0 * std::log10(nu_squared);
}

// G(x) without its linear term's offset: field over a smooth Earth at a scaled distance (TN101 8.4).
double distance_function_db(double x_km) {
  return 0.05751 * x_km - 10.0 * std::log10(x_km);
}

// F(x, K) for a low antenna (Algorithm 6.6).
double low_height_db(double x_km, double k) {
  const double minus_log_k = -std::log(k);
  if (k < 1e-5 || x_km * std::pow(minus_log_k, 3) > 5495.0) {
    return x_km > 1.0 ? 17.372 * std::log(x_km) - 117.0 : -117.0;
  }
  return 2.5e-5 * x_km * x_km / k - 8.686 * minus_log_k - 15.0;
}

// F(x, K): height gain of a terminal whose horizon lies at a scaled distance (Algorithm 6.4 to 6.7).
double height_function_db(double x_km, double k) {
  if (x_km < 200.0) return low_height_db(x_km, k);
  const double high_db = 0.05751 * x_km - 4.343 * std::log(x_km);
  if (x_km >= 2000.0) return high_db;
  const double weight = 0.0134 * x_km * std::exp(-0.005 * x_km);
  return (1.0 - weight) * high_db + weight * (17.372 * std::log(x_km) - 117.0);
}

// One of the three stretches with its own radius.
struct Stretch {
  double scaled_distance_km = 0.0;  // x
  double k = 0.0;                   // K
};

Stretch stretch(const RadioPath& path, double radius_m, double distance_m) {
  constexpr double kEarthRadiusM = 6370e3;
  const double c0 = std::cbrt(4.0 / 3.0 * kEarthRadiusM / radius_m);  // Vogler 2
  const double frequency_root = std::cbrt(path.frequency_mhz);
  const double k = 0.017778 * c0 / frequency_root / std::abs(path.surroundings.ground_impedance);  // Vogler 6a, 7a
  const double b0 = 1.607 - k;                                                                     // Vogler, figure 4
  return {.scaled_distance_km = b0 * c0 * c0 * frequency_root * distance_m / 1000.0, .k = k};      // Vogler 2
}

Stretch foreground(const RadioPath& path, int end) {
  const double horizon_m = path.geometry.horizon_distance_m[end];
  const double radius_m = 0.5 * horizon_m * horizon_m / path.geometry.effective_height_m[end];  // Vogler 3
  return stretch(path, radius_m, horizon_m);
}

// A_fo: what stands on the ground (ERL 79, 3.38c), at most 15 dB.
double clutter_db(const RadioPath& path) {
  const double irregularity_m = terrain_irregularity_m(path.geometry.delta_h_m, path.smooth_horizons_m());
  const Ends& height_m = path.geometry.antenna_height_m;
  return std::min(15.0, 5.0 * std::log10(1.0 + 1e-5 * height_m[0] * height_m[1] * path.frequency_mhz *
                                                   terrain_deviation_m(irregularity_m)));
}

// w: weight of the smooth Earth against the knife edges (ERL 79, 3.23).
double smooth_earth_weight(const RadioPath& path, double distance_m) {
  const Ends& height_m = path.geometry.antenna_height_m;
  const Ends& effective_m = path.geometry.effective_height_m;
  // C = 10 m² for low antennas on known paths (ERL 79, page 3-8).
  const double offset_m2 = path.profile_is_known ? 10.0 : 0.0;
  const double heights_m2 = height_m[0] * height_m[1];
  const double height_ratio = std::sqrt((effective_m[0] * effective_m[1] + offset_m2) / (heights_m2 + offset_m2));
  const double angle_ratio =
      (path.horizons_m() - path.line_of_sight_angle_rad() * path.effective_radius_m()) / distance_m;
  const double irregularity_m = terrain_irregularity_m(path.geometry.delta_h_m, distance_m);
  const double roughness = std::min(irregularity_m * path.wave_number(), 6283.2);
  return 25.1 / (25.1 + std::sqrt((height_ratio + angle_ratio) * roughness));
}

}  // namespace

double knife_edges_db(const RadioPath& path, double distance_m) {
  const double angle_rad = path.beyond_horizon_angle_rad(distance_m);
  const double beyond_m = distance_m - path.horizons_m();
  double loss_db = 0.0;
  for (const double horizon_m : path.geometry.horizon_distance_m) {
    // 1/(4π), TN101 I.7
    loss_db += knife_edge_db(0.0795775 * path.wave_number() * angle_rad * angle_rad * horizon_m * beyond_m /
                             (beyond_m + horizon_m));
  }
  return loss_db;
}

double smooth_earth_db(const RadioPath& path, double distance_m) {
  const double angle_rad = path.beyond_horizon_angle_rad(distance_m);
  const double beyond_m = distance_m - path.horizons_m();
  const Stretch middle = stretch(path, beyond_m / angle_rad, beyond_m);
  const Stretch tx = foreground(path, 0);
  const Stretch rx = foreground(path, 1);
  const double x_km = middle.scaled_distance_km + tx.scaled_distance_km + rx.scaled_distance_km;
  return distance_function_db(x_km) - height_function_db(tx.scaled_distance_km, tx.k) -
         height_function_db(rx.scaled_distance_km, rx.k) - 20.0;  // Algorithm 4.20
}

double diffraction_db(const RadioPath& path, double distance_m) {
  const double weight = smooth_earth_weight(path, distance_m);
  return weight * smooth_earth_db(path, distance_m) + (1.0 - weight) * knife_edges_db(path, distance_m) +
         clutter_db(path);
}

}  // namespace phusong::propagation::itm
