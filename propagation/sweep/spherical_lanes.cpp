#include "propagation/sweep/spherical_lanes.h"

namespace phusong::propagation::sweep {
namespace {

/// 1 − |b| of Eq. (24c): b solves m b³ − (m + 1) b + c = 0 between 0 and c. Near |b| = 1, over a low antenna, the
/// distance to it matters and b itself is too coarse; the cubic in z = 1 − |b| has no such loss. Started from
/// |c|/(1 + m) Newton's steps approach from one side.
Lanes nearness_to_lower(const Lanes& m, const Lanes& one_less_c) {
  Lanes z = (one_less_c + m) / (1.0F + m);
  for (int step = 0; step < 8; ++step) {
    const Lanes value = z * (1.0F - 2.0F * m + m * z * (3.0F - z)) - one_less_c;
    const Lanes derivative = 1.0F - 2.0F * m + 3.0F * m * z * (2.0F - z);
    z -= value / derivative;
  }
  return z;
}

/// Eqs. (34) and (35) with one logarithm for both branches.
Lanes height_gain_db(const Lanes& b, const Lanes& least_db) {
  const Lanes two = filled(2.0);
  const Lanes far = (b - 1.1F).max(0.0F);
  const Lanes near = b + 0.1F * b * b * b;
  const Lanes log_db = 10.0F * log10_lanes(where_greater(b, two, far, near));
  const Lanes far_db = 17.6F * far.sqrt() - 0.5F * log_db - 8.0F;
  const Lanes near_db = 2.0F * log_db;
  return where_greater(b, two, far_db, near_db).max(least_db);
}

Lanes first_term_db(const SphericalLanes& path, const Carrier& carrier, const Carrier::Ground& ground) {
  const Lanes& root3_per_a = path.root3_per_a;
  const Lanes k = ground.admittance * root3_per_a;  // (29)
  const Lanes k2 = k * k;
  const Lanes beta = (1.0F + k2 * (1.6F + 0.67F * k2)) / (1.0F + k2 * (4.5F + 1.53F * k2));               // (30)
  const Lanes x = 21.88F * carrier.root3_f * beta * root3_per_a * root3_per_a * path.smooth.distance_km;  // (31)
  const Lanes y_beta = (0.9575F * carrier.root3_f * carrier.root3_f) * beta * beta * root3_per_a;         // (32), (35)
  const Lanes log_x = x.log();
  const Lanes far_db = 11.0F + (10.0F * kLog10OfE) * log_x - 17.6F * x;  // (33)
  const Lanes near_db = (-20.0F * kLog10OfE) * log_x - 5.6488F * (1.425F * log_x).exp();
  const Lanes least_gain_db = 2.0F + 20.0F * log10_lanes(k);
  return -where_greater(x, filled(1.6), far_db, near_db) - height_gain_db(y_beta * path.smooth.tx_m, least_gain_db) -
         height_gain_db(y_beta * path.smooth.rx_m, least_gain_db);  // (36)
}

/// Eq. (28).
Lanes mixed_first_term_db(const SphericalLanes& path, const Carrier& carrier, const Lanes& omega, bool any_sea) {
  const Lanes land_db = first_term_db(path, carrier, carrier.land);
  if (!any_sea) return land_db;
  return omega * first_term_db(path, carrier, carrier.sea) + (1.0F - omega) * land_db;
}

}  // namespace

void set_spherical(SphericalLanes& result) {
  const SmoothPath& path = result.smooth;
  const Lanes& d = path.distance_km;
  const float a_km = 500.0F / path.half_curvature;
  const Lanes root_heights = path.tx_m.sqrt() + path.rx_m.sqrt();
  const Lanes d_los_km = std::sqrt(0.002F * a_km) * root_heights;  // (22)
  const Lanes sum_m = path.tx_m + path.rx_m;
  const Lanes higher_m = path.tx_m.max(path.rx_m), lower_m = path.tx_m.min(path.rx_m);
  const Lanes m = 250.0F / a_km * d * d / sum_m;                 // (24e)
  const Lanes z = nearness_to_lower(m, 2.0F * lower_m / sum_m);  // (24c), (24d)
  const Lanes to_lower_km = 0.5F * d * z;                        // (24b)
  const Lanes to_higher_km = d - to_lower_km;                    // (24a)
  const float c = path.half_curvature;
  result.clearance_m = ((higher_m - c * to_higher_km * to_higher_km) * to_lower_km +
                        (lower_m - c * to_lower_km * to_lower_km) * to_higher_km) /
                       d;                                                      // (23)
  result.required_unit_m = 17.456F * (to_higher_km * to_lower_km / d).sqrt();  // (25)
  result.beyond_horizon = where_greater(d_los_km, d, filled(-1.0), filled(1.0));
  const Lanes marginal_km = 500.0F * (d / root_heights).square();  // (26)
  const Lanes radius_km = where_greater(d_los_km, d, marginal_km, filled(static_cast<double>(a_km)));
  result.root3_per_a = (radius_km.log() * (-1.0F / 3.0F)).exp();
}

Lanes spherical_loss_lanes(const SphericalLanes& path, const Carrier& carrier, const Lanes& omega, bool any_sea) {
  const Lanes first_db = mixed_first_term_db(path, carrier, omega, any_sea);
  const Lanes required_m = path.required_unit_m * std::sqrt(carrier.wavelength_m);
  const Lanes within_db = (1.0F - path.clearance_m / required_m) * first_db.max(0.0F);  // (27)
  const Lanes clear_db = where_greater(path.clearance_m, required_m, Lanes(Lanes::Zero()), within_db);
  return where_greater(path.beyond_horizon, Lanes(Lanes::Zero()), first_db, clear_db);
}

}  // namespace phusong::propagation::sweep
