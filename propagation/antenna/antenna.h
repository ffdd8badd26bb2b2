#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "propagation/antenna/msi.h"

namespace phusong::propagation {

/// TR 38.901 element shape from half-power beamwidths: A_max = SLA_V = 30 dB,
/// A = min(A_H + A_V, 30). Without a horizontal beamwidth the antenna is omnidirectional (A_H = 0).
struct ParametricPattern {
  std::optional<double> beamwidth_h_deg;
  double beamwidth_v_deg = 65.0;
};

/// A pattern with the way it is mounted. Attenuations are in dB below the maximum gain, ≥ 0.
struct Antenna {
  std::variant<ParametricPattern, std::shared_ptr<const MsiPattern>> pattern = ParametricPattern{};
  double azimuth_deg = 0.0;          ///< of the main lobe, from the same north as the direction asked for
  double mechanical_tilt_deg = 0.0;  ///< down positive; rotates the pattern, the back lobe rises
  double electrical_tilt_deg = 0.0;  ///< down positive; shifts the vertical cut at all azimuths

  /// `elevation_deg`: up positive. Finite for every finite direction.
  double attenuation_db(double azimuth_deg, double elevation_deg) const;
};

}  // namespace phusong::propagation
