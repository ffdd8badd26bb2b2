#include "propagation/p1812/ducting.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "propagation/p1812/radio_climate.h"
#include "propagation/units.h"

namespace phusong::propagation::p1812 {
namespace {

/// Loss in dB that a terminal's own horizon adds: A_st, A_sr.
double site_shielding_db(double theta_mrad, double horizon_km, double f_ghz, double root3_f) {
  const double excess_mrad = theta_mrad - 0.1 * horizon_km;  // (48a)
  if (excess_mrad <= 0.0) return 0.0;
  return db_from_amplitude_ratio(1.0 + 0.361 * excess_mrad * std::sqrt(f_ghz * horizon_km)) +
         0.264 * excess_mrad * root3_f;  // (48)
}

/// Coupling of a terminal near the coast to a duct over the sea, in dB: A_ct, A_cr.
double coast_coupling_db(double coast_km, double horizon_km, double height_amsl_m, double omega) {
  if (omega < 0.75 || coast_km > horizon_km || coast_km > 5.0) return 0.0;
  return -3.0 * std::exp(-0.25 * coast_km * coast_km) * (1.0 + std::tanh(0.07 * (50.0 - height_amsl_m)));  // (49)
}

/// A_f: losses between the antennas and the anomalous structure in the air.
double coupling_db(const Geometry& geometry, double f_ghz, double root3_f) {
  const Horizons& h = geometry.horizons;
  const double alf_db = f_ghz < 0.5 ? 45.375 - 137.0 * f_ghz + 92.5 * f_ghz * f_ghz : 0.0;  // (47a)
  const double omega = geometry.zones.omega;
  return 102.45 + db_from_amplitude_ratio(f_ghz * (h.dlt_km + h.dlr_km)) + alf_db +
         site_shielding_db(h.theta_t_mrad, h.dlt_km, f_ghz, root3_f) +
         site_shielding_db(h.theta_r_mrad, h.dlr_km, f_ghz, root3_f) +
         coast_coupling_db(geometry.dct_km, h.dlt_km, geometry.antennas.tx_height_m, omega) +
         coast_coupling_db(geometry.dcr_km, h.dlr_km, geometry.antennas.rx_height_m, omega);  // (47)
}

/// ln β, β in %: β0 corrected for the path's geometry and the terrain's roughness. `ln_d`: of the distance in km.
double ln_beta_of(const Geometry& geometry, double ln_d) {
  const double d = geometry.distance_km;
  const double tau = inland_parameter(geometry.zones.dlm_km);
  const double alpha = std::max(-0.6 - 3.5e-9 * std::exp(3.1 * ln_d) * tau, -3.4);  // (55a)
  const double root_heights = std::sqrt(geometry.ducting.hte_m) + std::sqrt(geometry.ducting.hre_m);
  const double ln_mu2 =
      std::min(0.0, alpha * std::log(500.0 / geometry.ae_km * d * d / (root_heights * root_heights)));  // (55)
  const double di_km = std::min(d - geometry.horizons.dlt_km - geometry.horizons.dlr_km, 40.0);         // (56a)
  const double hm_m = geometry.ducting.hm_m;
  const double ln_mu3 = hm_m <= 10.0 ? 0.0 : -4.6e-5 * (hm_m - 10.0) * (43.0 + 6.0 * di_km);  // (56)
  return std::log(geometry.b0_percent) + ln_mu2 + ln_mu3;                                     // (54)
}

}  // namespace

double time_variability_db(const Geometry& geometry, double time_percent) {
  const double d = geometry.distance_km, ln_d = std::log(d);
  const double ln_beta = ln_beta_of(geometry, ln_d), log_beta = ln_beta / std::numbers::ln10;
  const double decay = (9.51 - 4.8 * log_beta + 0.198 * log_beta * log_beta) * 1e-6 * std::exp(1.13 * ln_d);
  const double gamma = 1.076 * std::exp(-1.012 * std::log(2.0058 - log_beta) - decay);  // (53a)
  const double ln_ratio = std::log(time_percent) - ln_beta;
  return -12.0 + (1.2 + 3.7e-3 * d) * ln_ratio / std::numbers::ln10 + 12.0 * std::exp(gamma * ln_ratio);  // (53)
}

double ducting_loss_db(const Geometry& geometry, double frequency_mhz, double variability_db) {
  const double f_ghz = frequency_mhz / 1000.0;
  const double root3_f = std::cbrt(f_ghz);
  const Horizons& h = geometry.horizons;
  const double gamma_d_db_per_mrad = 5e-5 * geometry.ae_km * root3_f;  // (51)
  const double theta_mrad = 1e3 * geometry.distance_km / geometry.ae_km + std::min(h.theta_t_mrad, 0.1 * h.dlt_km) +
                            std::min(h.theta_r_mrad, 0.1 * h.dlr_km);       // (52), (52a)
  const double adp_db = gamma_d_db_per_mrad * theta_mrad + variability_db;  // (50)
  return coupling_db(geometry, f_ghz, root3_f) + adp_db;                    // (46)
}

}  // namespace phusong::propagation::p1812
