#include "propagation/sweep/path_lanes.h"

#include <cmath>

#include "propagation/p1812/inverse_normal.h"
#include "propagation/p1812/radio_climate.h"

namespace phusong::propagation::sweep {
namespace {

void set_horizons(PathLanes& path, const GeometryLanes& geometry, const Climate& climate) {
  path.theta_t_mrad = 1000.0F * atan_lanes(floats(geometry.theta_t_m_per_km) / 1000.0F);
  path.theta_r_mrad = 1000.0F * atan_lanes(floats(geometry.theta_r_m_per_km) / 1000.0F);
  const Lanes arc_mrad = (1000.0F / climate.ae_km) * path.distance_km;
  path.theta_mrad = arc_mrad + path.theta_t_mrad + path.theta_r_mrad;  // (84)
  path.dlt_km = floats(geometry.dlt_km);
  path.dlr_km = floats(geometry.dlr_km);
  path.ducting_angle_mrad =
      arc_mrad + path.theta_t_mrad.min(0.1F * path.dlt_km) + path.theta_r_mrad.min(0.1F * path.dlr_km);  // (52), (52a)
}

}  // namespace

Climate::Climate(const PropagationSettings& settings)
    : is_median(settings.time_percent == 50.0),
      ae_km(static_cast<float>(p1812::median_effective_earth_radius_km(settings.delta_n))),
      half_curvature(static_cast<float>(500.0 / p1812::median_effective_earth_radius_km(settings.delta_n))),
      half_curvature_beta(static_cast<float>(500.0 / p1812::kBetaEffectiveEarthRadiusKm)),
      log_p(static_cast<float>(std::log(settings.time_percent))),
      log10_p_50(static_cast<float>(std::log10(settings.time_percent / 50.0))),
      normal_p(static_cast<float>(p1812::inverse_complementary_normal(settings.time_percent / 100.0))),
      troposcatter_db(static_cast<float>(190.1 - 0.15 * settings.n0 -
                                         10.125 * std::pow(std::log10(50.0 / settings.time_percent), 0.7))) {}

void set_path(const PlaceLanes& places, const GeometryLanes& geometry, const Climate& climate, PathLanes& path) {
  const DoubleLanes rise_km = (geometry.antenna_m - places.receivers.antenna_m) / 1000.0;
  const DoubleLanes slant2 = places.receivers.distance_km.square() + rise_km.square();  // (8a)
  path.distance_km = floats(places.receivers.distance_km);
  path.log_distance = path.distance_km.log();
  path.slant_db = 10.0F * log10_lanes(floats(slant2));
  path.rx_antenna_m = floats(places.receivers.antenna_m);
  path.omega = floats(places.omega);
  path.mostly_sea = floats(places.mostly_sea);
  path.receiver_on_sea = floats(places.receiver_on_sea);
  set_horizons(path, geometry, climate);
  path.troposcatter_db =
      climate.troposcatter_db + 20.0F * kLog10OfE * path.log_distance + 0.573F * path.theta_mrad;  // (44)
}

}  // namespace phusong::propagation::sweep
