#pragma once

#include "propagation/p526/bullington.h"
#include "propagation/p526/smooth_surface.h"
#include "propagation/p526/spherical_earth.h"
#include "propagation/profile.h"

namespace phusong::propagation::p526 {

/// What delta-Bullington takes from a profile on one effective Earth; the same at every frequency.
struct DiffractionGeometry {
  double actual_nu_root_wavelength = 0.0;  ///< ν √λ over the profile with its clutter, √m
  double smooth_nu_root_wavelength = 0.0;  ///< ν √λ over the smooth surface
  SphericalPath smooth_path;               ///< heights above the smooth surface, Eq. (37)
};

/// ν √λ of the profile with its clutter, which stands everywhere but at the two antennas (P.1812 3.2). `ends`:
/// antennas above sea level.
double actual_nu_root_wavelength(const Profile& profile, const Terminals& ends, double effective_earth_radius_km);

/// `ends`: antennas above sea level; `surface`: from diffraction_surface().
DiffractionGeometry diffraction_geometry(const Profile& profile, const Terminals& ends, const SurfaceHeights& surface,
                                         double effective_earth_radius_km);

/// The parts of the delta-Bullington diffraction loss, P.526 4.5.4 (P.1812 4.3.4).
struct DeltaBullington {
  double lbulla_db = 0.0;  ///< Bullington's loss of the actual profile
  double lbulls_db = 0.0;  ///< Bullington's loss of the smooth path
  double ldsph_db = 0.0;   ///< spherical Earth's loss of the smooth path
  double ld_db = 0.0;      ///< the diffraction loss, Eq. (39)
};

DeltaBullington delta_bullington(const DiffractionGeometry& geometry, const GroundWave& wave);

}  // namespace phusong::propagation::p526
