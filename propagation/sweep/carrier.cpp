#include "propagation/sweep/carrier.h"

#include <cmath>

#include "propagation/constants.h"
#include "propagation/free_space.h"

namespace phusong::propagation::sweep {
namespace {

/// Eq. (29) without its radius.
Carrier::Ground ground(double permittivity, double conductivity_s_per_m, double f_ghz, Polarization polarization) {
  const double loss_term = 18.0 * conductivity_s_per_m / f_ghz;
  const double horizontal = 0.036 / (std::cbrt(f_ghz) * std::sqrt(std::hypot(permittivity - 1.0, loss_term)));  // (29a)
  const bool vertical = polarization == Polarization::kVertical;
  return {static_cast<float>(vertical ? horizontal * std::hypot(permittivity, loss_term) : horizontal)};  // (29b)
}

double troposcatter_frequency_db(double f_ghz) {
  const double log_half_f = std::log10(f_ghz / 2.0);
  return 25.0 * std::log10(f_ghz) - 2.5 * log_half_f * log_half_f;  // (45)
}

double coupling_frequency_db(double f_ghz) {
  const double alf_db = f_ghz < 0.5 ? 45.375 - 137.0 * f_ghz + 92.5 * f_ghz * f_ghz : 0.0;  // (47a)
  return 102.45 + 20.0 * std::log10(f_ghz) + alf_db;                                        // (47)
}

}  // namespace

Carrier::Carrier(double frequency_mhz, Polarization polarization)
    : wavelength_m(static_cast<float>(propagation::wavelength_m(frequency_mhz))),
      per_root_wavelength(static_cast<float>(1.0 / std::sqrt(propagation::wavelength_m(frequency_mhz)))),
      f_ghz(static_cast<float>(frequency_mhz / 1000.0)),
      root_f(static_cast<float>(std::sqrt(frequency_mhz / 1000.0))),
      root3_f(static_cast<float>(std::cbrt(frequency_mhz / 1000.0))),
      free_space_db(static_cast<float>(free_space_loss_db(frequency_mhz, 1.0))),
      troposcatter_db(static_cast<float>(troposcatter_frequency_db(frequency_mhz / 1000.0))),
      coupling_db(static_cast<float>(coupling_frequency_db(frequency_mhz / 1000.0))),
      land(ground(22.0, 0.003, frequency_mhz / 1000.0, polarization)),
      sea(ground(80.0, 5.0, frequency_mhz / 1000.0, polarization)) {}

}  // namespace phusong::propagation::sweep
