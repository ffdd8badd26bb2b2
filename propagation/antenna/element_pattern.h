#pragma once

#include <optional>

namespace phusong::propagation {

/// TR 38.901 element shape from half-power beamwidths, table 7.3-1. Without a horizontal beamwidth the
/// antenna is omnidirectional (A_H = 0).
struct ParametricPattern {
  std::optional<double> beamwidth_h_deg;
  double beamwidth_v_deg = 65.0;
  double max_attenuation_db = 30.0;  ///< A_max
  double side_lobe_limit_db = 30.0;  ///< SLA_V

  /// min(A_H + A_V, A_max) in dB below the maximum. `azimuth_deg` from the main lobe, `elevation_deg` up positive.
  double attenuation_db(double azimuth_deg, double elevation_deg) const;

  bool operator==(const ParametricPattern&) const = default;
};

/// The horizontal half-power beamwidth of a pattern from that of a table, where a whole turn and 0 both say that the
/// antenna has none.
inline std::optional<double> horizontal_beamwidth(double beamwidth_h_deg) {
  return beamwidth_h_deg == 0.0 || beamwidth_h_deg == 360.0 ? std::nullopt : std::optional(beamwidth_h_deg);
}

/// min(12 (φ / φ_3dB)², A_max) in dB, φ taken into ±180°: 3GPP TR 36.942 4.2.1, TR 38.901 table 7.3-1.
double parabolic_attenuation_db(double angle_deg, double beamwidth_deg, double max_attenuation_db);

/// The same direction within −180 … 180°.
double wrapped_deg(double angle_deg);

}  // namespace phusong::propagation
