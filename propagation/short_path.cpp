#include <algorithm>
#include <cmath>

#include "propagation/constants.h"
#include "propagation/free_space.h"
#include "propagation/p1812/horizons.h"
#include "propagation/p1812/radio_climate.h"
#include "propagation/p526/delta_bullington.h"
#include "propagation/point_to_point.h"

namespace phusong::propagation {
namespace {

p526::Terminals antennas_above_sea(const PathQuery& query) {
  return {.tx_height_m = query.profile.ground_m.front() + query.tx_height_m,
          .rx_height_m = query.profile.ground_m.back() + query.rx_height_m};
}

}  // namespace

double departure_angle_rad(const PathQuery& query, const PropagationSettings& settings) {
  return p1812::transmitter_elevation_rad(query.profile, antennas_above_sea(query),
                                          p1812::median_effective_earth_radius_km(settings.delta_n));
}

double short_path_loss_db(const PathQuery& query, const PropagationSettings& settings, double frequency_mhz) {
  constexpr double kNearestKm = 0.001;
  const p526::Terminals antennas = antennas_above_sea(query);
  const double d_km = query.profile.length_km();
  const double slant_km = slant_distance_km(d_km, antennas.tx_height_m, antennas.rx_height_m);
  const double free_space_db = free_space_loss_db(frequency_mhz, std::max(slant_km, kNearestKm));
  if (!(d_km > 0.0)) return free_space_db;  // nothing stands between antennas on one plumb line
  const double nu_root_wavelength = p526::actual_nu_root_wavelength(
      query.profile, antennas, p1812::median_effective_earth_radius_km(settings.delta_n));
  return free_space_db + p526::bullington_loss_db(nu_root_wavelength / std::sqrt(wavelength_m(frequency_mhz)), d_km);
}

}  // namespace phusong::propagation
