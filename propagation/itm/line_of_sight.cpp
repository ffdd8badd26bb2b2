#include "propagation/itm/line_of_sight.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong::propagation::itm {
namespace {

// R_e: the ground's reflection, less what the terrain scatters (Algorithm 4.47, 4.48).
std::complex<double> reflection(const RadioPath& path, double sine, double distance_m) {
  const double deviation_m = terrain_deviation_m(terrain_irregularity_m(path.geometry.delta_h_m, distance_m));
  const std::complex<double> impedance = path.surroundings.ground_impedance;
  const std::complex<double> ray =
      (sine - impedance) / (sine + impedance) * std::exp(-std::min(10.0, path.wave_number() * deviation_m * sine));
  const double power = std::norm(ray);
  return power < 0.25 || power < sine ? ray * std::sqrt(sine / power) : ray;
}

// δ: by how much the reflected ray lags; from a quarter wave on it creeps towards half a wave (Algorithm 4.49, 4.50).
double phase_lag_rad(const RadioPath& path, double distance_m) {
  constexpr double kQuarterWave = std::numbers::pi / 2.0;
  const Ends& height_m = path.geometry.effective_height_m;
  const double lag = 2.0 * path.wave_number() * height_m[0] * height_m[1] / distance_m;
  return lag > kQuarterWave ? std::numbers::pi - kQuarterWave * kQuarterWave / lag : lag;
}

double two_ray_db(const RadioPath& path, double distance_m) {
  const double heights_m = path.geometry.effective_height_m[0] + path.geometry.effective_height_m[1];
  const double sine = heights_m / std::sqrt(distance_m * distance_m + heights_m * heights_m);  // Algorithm 4.46
  const std::complex<double> sum =
      std::polar(1.0, -phase_lag_rad(path, distance_m)) + reflection(path, sine, distance_m);
  return -10.0 * std::log10(std::norm(sum));
}

}  // namespace

double line_of_sight_db(const RadioPath& path, const AttenuationLine& diffraction, double distance_m) {
  const double weight =
      1.0 / (1.0 + path.frequency_mhz * path.geometry.delta_h_m / std::max(10e3, path.smooth_horizons_m()));
  return weight * two_ray_db(path, distance_m) + (1.0 - weight) * diffraction.at(distance_m);
}

}  // namespace phusong::propagation::itm
