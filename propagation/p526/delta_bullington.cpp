#include "propagation/p526/delta_bullington.h"

#include <algorithm>
#include <cmath>

#include "propagation/constants.h"

namespace phusong::propagation::p526 {

double actual_nu_root_wavelength(const Profile& profile, const Terminals& ends, double radius_km) {
  const auto ground_m = profile.ground_m;
  const auto clutter_m = profile.clutter_m;
  if (clutter_m.empty()) {
    return bullington_nu_root_wavelength(
        profile.distance_km, [&](std::size_t i) { return ground_m[i]; }, ends, radius_km);
  }
  return bullington_nu_root_wavelength(
      profile.distance_km, [&](std::size_t i) { return ground_m[i] + clutter_m[i]; }, ends, radius_km);
}

DiffractionGeometry diffraction_geometry(const Profile& profile, const Terminals& ends, const SurfaceHeights& surface,
                                         double effective_earth_radius_km) {
  const Terminals above_surface{.tx_height_m = ends.tx_height_m - surface.tx_m,   // (37a)
                                .rx_height_m = ends.rx_height_m - surface.rx_m};  // (37b)
  return {.actual_nu_root_wavelength = actual_nu_root_wavelength(profile, ends, effective_earth_radius_km),
          .smooth_nu_root_wavelength = bullington_nu_root_wavelength(
              profile.distance_km, [](std::size_t) { return 0.0; }, above_surface, effective_earth_radius_km),
          .smooth_path = {.distance_km = profile.length_km(),
                          .tx_height_m = above_surface.tx_height_m,  // (38a)
                          .rx_height_m = above_surface.rx_height_m,  // (38b)
                          .effective_earth_radius_km = effective_earth_radius_km}};
}

DeltaBullington delta_bullington(const DiffractionGeometry& geometry, const GroundWave& wave) {
  const double per_root_wavelength = 1.0 / std::sqrt(wavelength_m(wave.frequency_mhz));
  const double d_km = geometry.smooth_path.distance_km;
  DeltaBullington parts;
  parts.lbulla_db = bullington_loss_db(geometry.actual_nu_root_wavelength * per_root_wavelength, d_km);
  parts.lbulls_db = bullington_loss_db(geometry.smooth_nu_root_wavelength * per_root_wavelength, d_km);
  parts.ldsph_db = spherical_earth_loss_db(geometry.smooth_path, wave);
  parts.ld_db = parts.lbulla_db + std::max(parts.ldsph_db - parts.lbulls_db, 0.0);  // (39)
  return parts;
}

}  // namespace phusong::propagation::p526
