#include "propagation/antenna/array_m2101.h"

#include <cmath>
#include <complex>
#include <numbers>

#include "propagation/units.h"

namespace phusong::propagation {
namespace {

/// |Σ exp(j 2π k turns)|² / n over n elements in a line.
double line_power(int elements, double turns) {
  std::complex<double> sum = 0.0;
  for (int k = 0; k < elements; ++k)
    sum += std::polar(1.0, 2.0 * std::numbers::pi * turns * k);
  return std::norm(sum) / elements;
}

}  // namespace

double composite_gain_dbi(const ArrayM2101& array, double azimuth_deg, double zenith_deg) {
  const double theta = radians_from_degrees(zenith_deg), phi = radians_from_degrees(azimuth_deg);
  const double tilt = radians_from_degrees(array.tilt_down_deg), scan = radians_from_degrees(array.scan_azimuth_deg);
  // The phases of v and w add to one progression along the rows and one along the columns.
  const double row_turns = array.row_spacing_wavelengths * (std::cos(theta) + std::sin(tilt));
  const double column_turns =
      array.column_spacing_wavelengths * (std::sin(theta) * std::sin(phi) + std::cos(tilt) * std::sin(scan));
  const double power = line_power(array.rows, row_turns) * line_power(array.columns, column_turns);
  return array.element_gain_dbi - array.element.attenuation_db(azimuth_deg, 90.0 - zenith_deg) +
         db_from_power_ratio(power);
}

}  // namespace phusong::propagation
