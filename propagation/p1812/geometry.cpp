#include "propagation/p1812/geometry.h"

#include "propagation/free_space.h"
#include "propagation/p1812/radio_climate.h"

namespace phusong::propagation::p1812 {
namespace {

bool on_sea(const Profile& profile, std::size_t point) {
  return !profile.zone.empty() && profile.zone[point] == Zone::kSea;
}

}  // namespace

Geometry ends_of(const Path& path) {
  const Profile& profile = path.profile;
  Geometry result;
  result.distance_km = profile.length_km();
  result.antennas = {.tx_height_m = profile.ground_m.front() + path.tx_height_m,
                     .rx_height_m = profile.ground_m.back() + path.rx_height_m};
  const p526::Terminals& antennas = result.antennas;
  result.slant_km = slant_distance_km(result.distance_km, antennas.tx_height_m, antennas.rx_height_m);
  result.n0 = path.n0;
  result.ae_km = median_effective_earth_radius_km(path.delta_n);
  result.zones = zone_sections(profile);
  result.b0_percent = beta0_percent(path.latitude_deg, result.zones);
  result.receiver_on_sea = on_sea(profile, profile.size() - 1);
  result.dct_km = on_sea(profile, 0) ? 0.0 : path.dct_km;  // 4.5, below Eq. (49)
  result.dcr_km = result.receiver_on_sea ? 0.0 : path.dcr_km;
  return result;
}

Geometry geometry_of(const Path& path, ForTime times) {
  const Profile& profile = path.profile;
  Geometry result = ends_of(path);
  const p526::Terminals& antennas = result.antennas;
  result.horizons = horizons(profile, antennas, result.ae_km);
  result.least_squares = p526::least_squares_surface(profile.distance_km, profile.ground_m);
  result.diffraction = p526::diffraction_surface(result.least_squares, profile.distance_km, profile.ground_m, antennas);
  result.ducting = ducting_surface(profile, antennas, result.horizons, result.least_squares);
  result.at_median = p526::diffraction_geometry(profile, antennas, result.diffraction, result.ae_km);
  if (times == ForTime::kAny)
    result.at_beta = p526::diffraction_geometry(profile, antennas, result.diffraction, kBetaEffectiveEarthRadiusKm);
  return result;
}

}  // namespace phusong::propagation::p1812
