#include "propagation/itm/troposcatter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace phusong::propagation::itm {
namespace {

constexpr double kFrequencyGainCeilingDb = 15.0;

// F(θd) (Algorithm 6.9).
double attenuation_function_db(double angle_distance_m) {
  struct Range {
    double upper_m, a, b_per_m, c;
  };
  constexpr std::array<Range, 3> kRanges = {
      {{10e3, 133.4, 0.332e-3, -10.0}, {70e3, 104.6, 0.212e-3, -2.5}, {0.0, 71.8, 0.157e-3, 5.0}}};
  const Range& range = angle_distance_m <= kRanges[0].upper_m   ? kRanges[0]
                       : angle_distance_m <= kRanges[1].upper_m ? kRanges[1]
                                                                : kRanges[2];
  return range.a + range.b_per_m * angle_distance_m + range.c * std::log10(angle_distance_m);
}

// H_01(r, j) for a whole number j of 1 to 5 (Algorithm 6.13).
double frequency_gain_curve_db(int j, double r) {
  constexpr std::array kA = {25.0, 80.0, 177.0, 395.0, 705.0};
  constexpr std::array kB = {24.0, 45.0, 68.0, 80.0, 105.0};
  const double inverse_square = 1.0 / (r * r);
  return 10.0 * std::log10(1.0 + (kA[j - 1] * inverse_square + kB[j - 1]) * inverse_square);
}

// H_01(r, η_s), linear between the curves.
double frequency_gain_db(double r, double efficiency) {
  if (std::isnan(efficiency)) return efficiency;  // no curve belongs to it
  const double bounded = std::clamp(efficiency, 1.0, 5.0);
  const int lower = std::min(static_cast<int>(bounded), 4);
  return std::lerp(frequency_gain_curve_db(lower, r), frequency_gain_curve_db(lower + 1, r), bounded - lower);
}

// H_00 at η_s = 0 (Algorithm 6.14).
double frequency_gain_without_scatter_db(double r1, double r2) {
  constexpr double kRoot2 = std::numbers::sqrt2;
  const double product = (1.0 + kRoot2 / r1) * (1.0 + kRoot2 / r2);
  return 10.0 * std::log10(product * product * (r1 + r2) / (r1 + r2 + 2.0 * kRoot2));
}

// η_s: scattering efficiency at the height where the horizon rays cross (TN101 9.3a).
double scattering_efficiency(double crossing_m, double n_s) {
  constexpr double kScaleHeightM = 1.7556e3;  // Z_0 (Algorithm 4.67)
  constexpr double kDecayHeightM = 8.0e3;     // Z_1
  const double decay = std::exp(-std::pow(std::min(1.7, crossing_m / kDecayHeightM), 6));
  return crossing_m / kScaleHeightM * (1.0 + (0.031 - n_s * 2.32e-3 + n_s * n_s * 5.67e-6) * decay);
}

// H_0: loss of gain where an antenna is low against the scattering volume; nothing where it is not defined.
std::optional<double> frequency_gain_db(const RadioPath& path, double distance_m) {
  const Geometry& g = path.geometry;
  const double angle_rad = g.horizon_angle_rad[0] + g.horizon_angle_rad[1] + distance_m / path.effective_radius_m();
  const double r1 = 2.0 * path.wave_number() * angle_rad * g.effective_height_m[0];  // TN101 9.4a
  const double r2 = 2.0 * path.wave_number() * angle_rad * g.effective_height_m[1];
  if (r1 < 0.2 && r2 < 0.2) return std::nullopt;

  const double difference_m = g.horizon_distance_m[0] - g.horizon_distance_m[1];
  const double gap_m = std::abs(difference_m);
  const double height_ratio = difference_m < 0.0 ? g.effective_height_m[0] / g.effective_height_m[1]
                                                 : g.effective_height_m[1] / g.effective_height_m[0];
  const double asymmetry = (distance_m - gap_m) / (distance_m + gap_m);
  const double s = std::max(0.1, asymmetry);  // TN101 9.5
  const double q = std::clamp(height_ratio / asymmetry, 0.1, 10.0);

  const double crossing_m = 0.25 * (distance_m - gap_m) * (distance_m + gap_m) * angle_rad / distance_m;  // 4.66
  const double efficiency = scattering_efficiency(crossing_m, path.surroundings.surface_refractivity);

  const double mean_db = 0.5 * (frequency_gain_db(r1, efficiency) + frequency_gain_db(r2, efficiency));
  const double correction_db = std::min(
      mean_db, 6.0 * (0.6 - std::log10(std::max(efficiency, 1.0))) * std::log10(s) * std::log10(q));  // TN101 9.5
  const double gain_db = std::max(mean_db + correction_db, 0.0);
  if (efficiency >= 1.0) return gain_db;
  return std::lerp(frequency_gain_without_scatter_db(r1, r2), gain_db, efficiency);
}

// Algorithm, page 12: above the ceiling the value of the farther of the two distances stands for both.
std::optional<double> bounded_frequency_gain_db(const RadioPath& path, double distance_m,
                                                const std::optional<Scatter>& farther) {
  if (farther && farther->frequency_gain_db > kFrequencyGainCeilingDb) return farther->frequency_gain_db;
  const std::optional<double> gain_db = frequency_gain_db(path, distance_m);
  if (gain_db && farther && *gain_db > kFrequencyGainCeilingDb) return farther->frequency_gain_db;
  return gain_db;
}

}  // namespace

std::optional<Scatter> troposcatter(const RadioPath& path, double distance_m, const std::optional<Scatter>& farther) {
  constexpr double kScaleDistanceM = 40e3;  // D_0 (Algorithm 6.8)
  constexpr double kReferenceLengthM = 47.7;
  const std::optional<double> gain_db = bounded_frequency_gain_db(path, distance_m, farther);
  if (!gain_db) return std::nullopt;

  const double angle_rad = path.beyond_horizon_angle_rad(distance_m);
  const double angle_distance_m = angle_rad * distance_m;
  const double attenuation_db =
      attenuation_function_db(angle_distance_m) +
      10.0 * std::log10(path.wave_number() * kReferenceLengthM * std::pow(angle_rad, 4)) -
      0.1 * (path.surroundings.surface_refractivity - 301.0) * std::exp(-angle_distance_m / kScaleDistanceM) +
      *gain_db;  // Algorithm 4.63
  return Scatter{.attenuation_db = attenuation_db, .frequency_gain_db = *gain_db};
}

}  // namespace phusong::propagation::itm
