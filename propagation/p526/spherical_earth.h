#pragma once

#include "propagation/profile.h"

namespace phusong::propagation::p526 {

/// Two antennas above a smooth spherical Earth; heights above its surface, > 0.
struct SphericalPath {
  double distance_km = 0.0;
  double tx_height_m = 0.0;
  double rx_height_m = 0.0;
  double effective_earth_radius_km = 0.0;
};

/// What the ground and the wave add to the geometry.
struct GroundWave {
  double frequency_mhz = 0.0;
  Polarization polarization = Polarization::kVertical;
  double sea_fraction = 0.0;  ///< ω of P.1812 Eq. (28): 0 all land, 1 all sea
};

/// First term of the residue series over mixed ground in dB, P.526 section 3.2 as in P.1812 4.3.3: land of
/// ε_r = 22, σ = 0.003 S/m, sea of ε_r = 80, σ = 5 S/m. May be negative well inside the line of sight.
double first_term_loss_db(const SphericalPath& path, const GroundWave& wave);

/// Diffraction loss of a smooth spherical Earth in dB, P.1812 4.3.2 (P.526 3.2.2); 0 where the path is clear.
double spherical_earth_loss_db(const SphericalPath& path, const GroundWave& wave);

}  // namespace phusong::propagation::p526
