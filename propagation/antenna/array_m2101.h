#pragma once

#include "propagation/antenna/element_pattern.h"

namespace phusong::propagation {

/// A rectangular array of equal elements with one beam, ITU-R M.2101 section 5, table 4.
struct ArrayM2101 {
  ParametricPattern element;
  double element_gain_dbi = 8.0;
  int columns = 8;  ///< N_H
  int rows = 8;     ///< N_V
  double column_spacing_wavelengths = 0.5;
  double row_spacing_wavelengths = 0.5;
  double scan_azimuth_deg = 0.0;  ///< φ_escan, with the sign of the published values: −45 puts the beam at +45°
  double tilt_down_deg = 0.0;     ///< θ_etilt
};

/// Gain of the beam in dBi: A_E + 10 log10 |Σ w v|². `zenith_deg`: θ, 90 on the horizon. Minus infinity in an exact
/// null.
double composite_gain_dbi(const ArrayM2101& array, double azimuth_deg, double zenith_deg);

}  // namespace phusong::propagation
