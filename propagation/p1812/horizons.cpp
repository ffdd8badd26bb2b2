#include "propagation/p1812/horizons.h"

#include <algorithm>
#include <cmath>

#include "propagation/largest_ratio.h"
#include "propagation/units.h"

namespace phusong::propagation::p1812 {
namespace {

/// Slopes here are ratios of metres to kilometres. The arctangent of Eqs. (77)–(82) grows with its argument,
/// so the largest slope is found first and one angle is taken at the end.
template <OnTie on_tie>
LargestRatio<on_tie> steepest(const Profile& profile, double height_m, double radius_km, bool from_receiver) {
  LargestRatio<on_tie> slope;
  const double d = profile.length_km();
  const double half_curvature = 500.0 / radius_km;
  for (std::size_t i = 1; i + 1 < profile.size(); ++i) {
    const double away_km = from_receiver ? d - profile.distance_km[i] : profile.distance_km[i];
    slope.offer(profile.ground_m[i] - height_m - half_curvature * away_km * away_km, away_km, i);
  }
  return slope;
}

/// The point of largest ν on a line-of-sight path, Eq. (81).
std::size_t bullington_point(const Profile& profile, const p526::Terminals& ends, double radius_km) {
  LargestRatio<OnTie::kKeepLast> nu_squared;
  const double d = profile.length_km();
  const double slope_tr = (ends.rx_height_m - ends.tx_height_m) / d;
  for (std::size_t i = 1; i + 1 < profile.size(); ++i) {
    const double d1 = profile.distance_km[i];
    const double d1_d2 = d1 * (d - d1);
    const double over_ray_m = profile.ground_m[i] + 500.0 / radius_km * d1_d2 - ends.tx_height_m - slope_tr * d1;
    nu_squared.offer(over_ray_m * std::abs(over_ray_m), d1_d2, i);
  }
  return nu_squared.index();
}

void set_transhorizon(Horizons& result, const Profile& profile, const p526::Terminals& ends, double radius_km) {
  const auto from_rx = steepest<OnTie::kKeepLast>(profile, ends.rx_height_m, radius_km, true);
  result.theta_r_mrad = mrad_from_slope(from_rx.value() / 1000.0);  // (82)
  result.lr = from_rx.index();
  result.dlt_km = profile.distance_km[result.lt];                        // (80)
  result.dlr_km = profile.length_km() - profile.distance_km[result.lr];  // (83)
}

void set_line_of_sight(Horizons& result, const Profile& profile, const p526::Terminals& ends, double radius_km) {
  const double d = profile.length_km();
  const double rise_m_per_km = (ends.tx_height_m - ends.rx_height_m) / d - 500.0 * d / radius_km;
  result.theta_r_mrad = mrad_from_slope(rise_m_per_km / 1000.0);  // (81)
  result.lt = result.lr = bullington_point(profile, ends, radius_km);
  result.dlt_km = profile.distance_km[result.lt];  // (80)
  result.dlr_km = d - result.dlt_km;               // (83a)
}

}  // namespace

Horizons horizons(const Profile& profile, const p526::Terminals& ends, double effective_earth_radius_km) {
  const double d = profile.length_km();
  const double to_rx_m_per_km = (ends.rx_height_m - ends.tx_height_m) / d - 500.0 * d / effective_earth_radius_km;
  const auto from_tx = steepest<OnTie::kKeepFirst>(profile, ends.tx_height_m, effective_earth_radius_km, false);

  Horizons result;
  result.transhorizon = from_tx.value() > to_rx_m_per_km;
  result.theta_t_mrad = mrad_from_slope(std::max(from_tx.value(), to_rx_m_per_km) / 1000.0);  // (76)–(79)
  result.lt = from_tx.index();
  if (result.transhorizon) {
    set_transhorizon(result, profile, ends, effective_earth_radius_km);
  } else {
    set_line_of_sight(result, profile, ends, effective_earth_radius_km);
  }
  result.theta_mrad = 1e3 * d / effective_earth_radius_km + result.theta_t_mrad + result.theta_r_mrad;  // (84)
  return result;
}

double transmitter_elevation_rad(const Profile& profile, const p526::Terminals& ends,
                                 double effective_earth_radius_km) {
  const double d = profile.length_km();
  const double rise_m = ends.rx_height_m - ends.tx_height_m;
  if (!(d > 0.0)) return std::atan2(rise_m, 0.0);  // straight up or down
  const double to_rx_m_per_km = rise_m / d - 500.0 * d / effective_earth_radius_km;
  const auto from_tx = steepest<OnTie::kKeepFirst>(profile, ends.tx_height_m, effective_earth_radius_km, false);
  return std::atan(std::max(from_tx.value(), to_rx_m_per_km) / 1000.0);  // (76)–(79)
}

}  // namespace phusong::propagation::p1812
