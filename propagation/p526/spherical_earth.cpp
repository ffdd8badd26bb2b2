#include "propagation/p526/spherical_earth.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "propagation/constants.h"
#include "propagation/units.h"

namespace phusong::propagation::p526 {
namespace {

/// Electrical properties of a kind of ground, P.1812 4.3.3.
struct Ground {
  double relative_permittivity;
  double conductivity_s_per_m;
};
constexpr Ground kLand{22.0, 0.003};
constexpr Ground kSea{80.0, 5.0};

/// Normalised surface admittance K.
double surface_admittance(const Ground& ground, double radius_km, double f_ghz, Polarization polarization) {
  const double loss_term = 18.0 * ground.conductivity_s_per_m / f_ghz;
  const double loss_term_2 = loss_term * loss_term;
  const double epsilon = ground.relative_permittivity;
  const double k_horizontal = 0.036 / (std::cbrt(radius_km * f_ghz) *
                                       std::sqrt(std::sqrt((epsilon - 1.0) * (epsilon - 1.0) + loss_term_2)));  // (29a)
  if (polarization == Polarization::kHorizontal) return k_horizontal;
  return k_horizontal * std::sqrt(epsilon * epsilon + loss_term_2);  // (29b)
}

double distance_term_db(double x) {
  if (x >= 1.6) return 11.0 + 10.0 * std::log10(x) - 17.6 * x;  // (33)
  return -db_from_amplitude_ratio(x) - 5.6488 * std::pow(x, 1.425);
}

double height_gain_db(double y, double beta, double k) {
  const double b = beta * y;  // (35)
  const double gain_db = b > 2.0 ? 17.6 * std::sqrt(b - 1.1) - 5.0 * std::log10(b - 1.1) - 8.0
                                 : db_from_amplitude_ratio(b + 0.1 * b * b * b);  // (34)
  return std::max(gain_db, 2.0 + db_from_amplitude_ratio(k));
}

double first_term_over_db(const Ground& ground, const SphericalPath& path, const GroundWave& wave) {
  const double f_ghz = wave.frequency_mhz / 1000.0;
  const double radius_km = path.effective_earth_radius_km;
  const double k = surface_admittance(ground, radius_km, f_ghz, wave.polarization);
  const double k2 = k * k;
  const double beta = (1.0 + 1.6 * k2 + 0.67 * k2 * k2) / (1.0 + 4.5 * k2 + 1.53 * k2 * k2);      // (30)
  const double x = 21.88 * beta * std::cbrt(f_ghz / (radius_km * radius_km)) * path.distance_km;  // (31)
  const double y_per_m = 0.9575 * beta * std::cbrt(f_ghz * f_ghz / radius_km);                    // (32)
  return -distance_term_db(x) - height_gain_db(y_per_m * path.tx_height_m, beta, k) -
         height_gain_db(y_per_m * path.rx_height_m, beta, k);  // (36)
}

/// The point of least clearance between the ray and a smooth Earth, within the line of sight.
struct Clearance {
  double distance_1_km;
  double distance_2_km;
  double height_m;
};

Clearance smallest_clearance(const SphericalPath& path) {
  const double d = path.distance_km;
  const double a = path.effective_earth_radius_km;
  const double h_sum_m = path.tx_height_m + path.rx_height_m;
  const double c = (path.tx_height_m - path.rx_height_m) / h_sum_m;  // (24d)
  const double m = 250.0 * d * d / (a * h_sum_m);                    // (24e)
  const double m1 = m + 1.0;
  const double angle_rad = std::acos(1.5 * c * std::sqrt(3.0 * m / (m1 * m1 * m1)));
  const double b = 2.0 * std::sqrt(m1 / (3.0 * m)) * std::cos(std::numbers::pi / 3.0 + angle_rad / 3.0);  // (24c)
  const double d1 = d / 2.0 * (1.0 + b);                                                                  // (24a)
  const double d2 = d - d1;                                                                               // (24b)
  const double height_m =
      ((path.tx_height_m - 500.0 * d1 * d1 / a) * d2 + (path.rx_height_m - 500.0 * d2 * d2 / a) * d1) / d;  // (23)
  return {d1, d2, height_m};
}

}  // namespace

double first_term_loss_db(const SphericalPath& path, const GroundWave& wave) {
  const double omega = wave.sea_fraction;
  double loss_db = 0.0;  // (28); a share of nothing is not worked out
  if (omega > 0.0) loss_db += omega * first_term_over_db(kSea, path, wave);
  if (omega < 1.0) loss_db += (1.0 - omega) * first_term_over_db(kLand, path, wave);
  return loss_db;
}

double spherical_earth_loss_db(const SphericalPath& path, const GroundWave& wave) {
  const double d = path.distance_km;
  const double root_heights = std::sqrt(path.tx_height_m) + std::sqrt(path.rx_height_m);
  const double d_los_km = std::sqrt(0.002 * path.effective_earth_radius_km) * root_heights;  // (22)
  if (d >= d_los_km) return first_term_loss_db(path, wave);

  const Clearance clearance = smallest_clearance(path);
  const double lambda_m = wavelength_m(wave.frequency_mhz);
  const double required_m =
      17.456 * std::sqrt(clearance.distance_1_km * clearance.distance_2_km * lambda_m / d);  // (25)
  if (clearance.height_m > required_m) return 0.0;

  SphericalPath marginal = path;
  marginal.effective_earth_radius_km = 500.0 * (d / root_heights) * (d / root_heights);  // (26)
  const double first_term_db = std::max(0.0, first_term_loss_db(marginal, wave));
  return (1.0 - clearance.height_m / required_m) * first_term_db;  // (27)
}

}  // namespace phusong::propagation::p526
