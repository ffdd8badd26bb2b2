#include "propagation/p1812/radio_climate.h"

#include <algorithm>
#include <cmath>

#include "propagation/constants.h"

namespace phusong::propagation::p1812 {

double median_effective_earth_radius_km(double delta_n) {
  const double k50 = 157.0 / (157.0 - delta_n);  // (6)
  return kEarthRadiusKm * k50;                   // (7a)
}

double inland_parameter(double dlm_km) {
  return 1.0 - std::exp(-4.12e-4 * std::pow(dlm_km, 2.41));
}  // (3)

double beta0_percent(double latitude_deg, const ZoneSections& sections) {
  const double phi_deg = std::abs(latitude_deg);
  const double tau = inland_parameter(sections.dlm_km);
  const double mu1 = std::min(1.0, std::pow(std::pow(10.0, -sections.dtm_km / (16.0 - 6.6 * tau)) +
                                                std::pow(10.0, -5.0 * (0.496 + 0.354 * tau)),
                                            0.2));              // (2)
  if (phi_deg > 70.0) return 4.17 * mu1 * std::pow(mu1, 0.3);   // (4), (5)
  const double mu4 = std::pow(mu1, -0.935 + 0.0176 * phi_deg);  // (4)
  return std::pow(10.0, -0.015 * phi_deg + 1.67) * mu1 * mu4;   // (5)
}

}  // namespace phusong::propagation::p1812
