#include "propagation/p1812/radio_climate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "propagation/constants.h"
#include "propagation/units.h"

namespace phusong::propagation::p1812 {

double median_effective_earth_radius_km(double delta_n) {
  const double k50 = 157.0 / (157.0 - delta_n);  // (6)
  return kEarthRadiusKm * k50;                   // (7a)
}

double inland_parameter(double dlm_km) {
  return 1.0 - std::exp(-4.12e-4 * std::pow(dlm_km, 2.41));  // (3)
}

double beta0_percent(double latitude_deg, const ZoneSections& sections) {
  const double phi_deg = std::abs(latitude_deg);
  const double tau = inland_parameter(sections.dlm_km);
  const double ln_mu1 = std::min(0.0, 0.2 * std::log(power_of_ten(-sections.dtm_km / (16.0 - 6.6 * tau)) +
                                                     power_of_ten(-5.0 * (0.496 + 0.354 * tau))));  // (2)
  const double of_mu1 = phi_deg > 70.0 ? 0.3 : -0.935 + 0.0176 * phi_deg;                           // μ4 by (4)
  const double decades = phi_deg > 70.0 ? std::log10(4.17) : -0.015 * phi_deg + 1.67;
  return std::exp((1.0 + of_mu1) * ln_mu1 + decades * std::numbers::ln10);  // (5)
}

}  // namespace phusong::propagation::p1812
