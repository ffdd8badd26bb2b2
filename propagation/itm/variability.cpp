#include "propagation/itm/variability.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>

#include "propagation/normal.h"

namespace phusong::propagation::itm {
namespace {

// A curve over effective distance (TN101 III.69, III.70).
struct Curve {
  double c1_db, c2_db, x1_km, x2_km, x3_km;

  double at(double distance_km) const {
    const double offset = (distance_km - x2_km) / x3_km;
    const double scaled_square = std::pow(distance_km / x1_km, 2);
    return (c1_db + c2_db / (1.0 + offset * offset)) * scaled_square / (1.0 + scaled_square);
  }
};

// g(f): how time variability depends on frequency.
struct FrequencyFactor {
  double c1, c2, c3;

  double at(double wave_number) const {
    const double scaled = c3 * std::log(0.133 * wave_number);
    return c1 + c2 / (scaled * scaled + 1.0);
  }
};

struct ClimateCurves {
  Curve median;          // V_med
  Curve low_deviation;   // σ_T−, where less is exceeded than half of the time
  Curve high_deviation;  // σ_T+
  FrequencyFactor low_factor, high_factor;
  double ducting_ratio;     // C_D (Algorithm, table 5.1)
  double ducting_quantile;  // z_D
};

// TN101 figure 10.13 as fitted for the Algorithm; in the order of Climate.
constexpr std::array<ClimateCurves, 7> kClimates = {{// equatorial
                                                     {{-9.67, 12.7, 144.9, 190.3, 133.8},
                                                      {2.13, 159.5, 762.2, 123.6, 94.5},
                                                      {2.11, 102.3, 636.9, 134.8, 95.6},
                                                      {1.0, 0.0, 0.0},
                                                      {1.0, 0.0, 0.0},
                                                      1.224,
                                                      1.282},
                                                     // continental subtropical
                                                     {{-0.62, 9.19, 228.9, 205.2, 143.6},
                                                      {2.66, 7.67, 100.4, 172.5, 136.4},
                                                      {6.87, 15.53, 138.7, 143.7, 98.6},
                                                      {1.0, 0.0, 0.0},
                                                      {0.93, 0.31, 2.0},
                                                      0.801,
                                                      2.161},
                                                     // maritime subtropical
                                                     {{1.26, 15.5, 262.6, 185.2, 99.8},
                                                      {6.11, 6.65, 138.2, 242.2, 178.6},
                                                      {10.08, 9.6, 165.3, 225.7, 129.7},
                                                      {1.0, 0.0, 0.0},
                                                      {1.0, 0.0, 0.0},
                                                      1.38,
                                                      1.282},
                                                     // desert
                                                     {{-9.21, 9.05, 84.1, 101.1, 98.6},
                                                      {1.98, 13.11, 139.1, 132.7, 193.5},
                                                      {3.68, 159.3, 464.4, 93.1, 94.2},
                                                      {1.0, 0.0, 0.0},
                                                      {0.93, 0.19, 1.79},
                                                      1.0,
                                                      20.0},
                                                     // continental temperate
                                                     {{-0.62, 9.19, 228.9, 205.2, 143.6},
                                                      {2.68, 7.16, 93.7, 186.8, 133.5},
                                                      {4.75, 8.12, 93.2, 135.9, 113.4},
                                                      {0.92, 0.25, 1.77},
                                                      {0.93, 0.31, 2.0},
                                                      1.224,
                                                      1.282},
                                                     // maritime temperate, over land
                                                     {{-0.39, 2.86, 141.7, 315.9, 167.4},
                                                      {6.86, 10.38, 187.8, 169.6, 108.9},
                                                      {8.58, 13.97, 216.0, 152.0, 122.7},
                                                      {1.0, 0.0, 0.0},
                                                      {1.0, 0.0, 0.0},
                                                      1.518,
                                                      1.282},
                                                     // maritime temperate, over sea
                                                     {{3.15, 857.9, 2222.0, 164.8, 116.3},
                                                      {8.51, 169.8, 609.8, 119.9, 106.6},
                                                      {8.43, 8.19, 136.2, 188.5, 122.9},
                                                      {1.0, 0.0, 0.0},
                                                      {1.0, 0.0, 0.0},
                                                      1.518,
                                                      1.282}}};

const ClimateCurves& curves_of(Climate climate) {
  return kClimates.at(static_cast<std::size_t>(climate) - 1);
}

// d_e: distance in units of the one at which diffraction and scatter are equal (Algorithm 5.3).
double effective_distance_km(const RadioPath& path) {
  constexpr double kRadiusM = 9000e3;
  constexpr double kEqualityM = 130e3;
  const Ends& height_m = path.geometry.effective_height_m;
  const double equality_m = std::sqrt(2.0 * kRadiusM * height_m[0]) + std::sqrt(2.0 * kRadiusM * height_m[1]) +
                            std::cbrt(575.7e12 / path.wave_number());
  const double distance_m = path.geometry.distance_m;
  const double effective_m =
      distance_m < equality_m ? kEqualityM * distance_m / equality_m : kEqualityM + distance_m - equality_m;
  return effective_m / 1000.0;
}

// σ_T (Algorithm 5.6 to 5.8).
double time_deviation_db(const ClimateCurves& curves, const RadioPath& path, double distance_km, double z_time) {
  const double wave_number = path.wave_number();
  if (z_time < 0.0) return curves.low_deviation.at(distance_km) * curves.low_factor.at(wave_number);
  const double high_db = curves.high_deviation.at(distance_km) * curves.high_factor.at(wave_number);
  if (z_time <= curves.ducting_quantile) return high_db;
  const double ducting_db = curves.ducting_ratio * high_db;
  return ducting_db + (high_db - ducting_db) * curves.ducting_quantile / z_time;
}

// σ_L (Algorithm 5.9).
double location_deviation_db(const RadioPath& path) {
  const double waves = path.wave_number() * terrain_irregularity_m(path.geometry.delta_h_m, path.geometry.distance_m);
  return 10.0 * waves / (waves + 13.0);
}

// σ_S (Algorithm 5.10).
double situation_deviation_db(double distance_km) {
  return 5.0 + 3.0 * std::exp(-distance_km / 100.0);
}

// Gains over free space are held back (Algorithm 5.2).
double compressed_gain_db(double attenuation_db) {
  if (attenuation_db >= 0.0) return attenuation_db;
  return attenuation_db * (29.0 - attenuation_db) / (29.0 - 10.0 * attenuation_db);
}

}  // namespace

VariabilityMode variability_mode(int mdvar) {
  if (mdvar < 0 || mdvar > 33 || mdvar % 10 > 3) {
    throw std::invalid_argument("unknown mode of variability " + std::to_string(mdvar));
  }
  return {.kind = static_cast<VariabilityKind>(mdvar % 10),
          .without_location = mdvar / 10 % 2 == 1,
          .without_situation = mdvar >= 20};
}

Variability::Deviates Variability::deviates(const Settings& settings, VariabilityKind kind) {
  Deviates z{approximate_inverse_complementary_normal(settings.time_percent / 100.0),
             approximate_inverse_complementary_normal(settings.location_percent / 100.0),
             approximate_inverse_complementary_normal(settings.situation_percent / 100.0)};
  switch (kind) {
    case VariabilityKind::kSingleMessage:
      z.time = z.location = z.situation;
      break;
    case VariabilityKind::kAccidental:
      z.location = z.situation;
      break;
    case VariabilityKind::kMobile:
      z.location = z.time;
      break;
    case VariabilityKind::kBroadcast:
      break;
  }
  return z;
}

// Y_R + Y_S: how far below the median attenuation the quantile lies (Algorithm 5.11 and the Guide's kinds).
double Variability::gain_over_median_db(const Deviations& sigma) const {
  const auto square = [](double value) { return value * value; };
  const double time_db = sigma.time_db * z_.time;
  const double location_db = sigma.location_db * z_.location;
  const double residual = square(sigma.situation_db) + square(time_db) / (7.8 + square(z_.situation)) +
                          square(location_db) / (24.0 + square(z_.situation));
  switch (mode_.kind) {
    case VariabilityKind::kSingleMessage:
      return std::sqrt(square(sigma.time_db) + square(sigma.location_db) + residual) * z_.situation;
    case VariabilityKind::kAccidental:
      return time_db + std::sqrt(square(sigma.location_db) + residual) * z_.situation;
    case VariabilityKind::kMobile:
      return std::hypot(sigma.time_db, sigma.location_db) * z_.time + std::sqrt(residual) * z_.situation;
    case VariabilityKind::kBroadcast:
      return time_db + location_db + std::sqrt(residual) * z_.situation;
  }
  throw std::invalid_argument("unknown kind of variability");
}

Variability::Variability(const Settings& settings)
    : climate_(climate_from_code(static_cast<int>(settings.climate))),
      mode_(variability_mode(settings.mdvar)),
      z_(deviates(settings, mode_.kind)) {}

bool Variability::is_extreme() const {
  constexpr double kExtremeDeviate = 3.10;
  return std::max({std::abs(z_.time), std::abs(z_.location), std::abs(z_.situation)}) > kExtremeDeviate;
}

double Variability::attenuation_quantile_db(const RadioPath& path, double reference_db) const {
  const ClimateCurves& curves = curves_of(climate_);
  const double distance_km = effective_distance_km(path);
  const Deviations sigma{.time_db = time_deviation_db(curves, path, distance_km, z_.time),
                         .location_db = mode_.without_location ? 0.0 : location_deviation_db(path),
                         .situation_db = mode_.without_situation ? 0.0 : situation_deviation_db(distance_km)};
  return compressed_gain_db(reference_db - curves.median.at(distance_km) - gain_over_median_db(sigma));
}

}  // namespace phusong::propagation::itm
