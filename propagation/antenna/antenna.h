#pragma once

#include <memory>
#include <variant>

#include "propagation/antenna/element_pattern.h"
#include "propagation/antenna/msi.h"

namespace phusong::propagation {

/// A pattern with the way it is mounted. Attenuations are in dB below the maximum gain, ≥ 0.
struct Antenna {
  std::variant<ParametricPattern, std::shared_ptr<const MsiPattern>> pattern = ParametricPattern{};
  double azimuth_deg = 0.0;          ///< of the main lobe, from the same north as the direction asked for
  double mechanical_tilt_deg = 0.0;  ///< down positive; rotates the pattern, the back lobe rises
  /// Down positive; shifts the vertical cut at all azimuths. Over a pattern file it is the tilt of the beam that
  /// results, the cut's own in it; 0 leaves the cut as it is.
  double electrical_tilt_deg = 0.0;

  /// `elevation_deg`: up positive. Finite for every finite direction.
  double attenuation_db(double azimuth_deg, double elevation_deg) const;

  /// The same in every direction; of two pattern files only where they were read as one.
  bool operator==(const Antenna&) const = default;
};

}  // namespace phusong::propagation
