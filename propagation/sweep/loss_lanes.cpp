#include "propagation/sweep/loss_lanes.h"

#include <cmath>

#include "propagation/sweep/edge_lanes.h"

namespace phusong::propagation::sweep {
namespace {

/// L_d of Eq. (39).
Lanes diffraction_loss_db(const DiffractionLanes& diffraction, const LossLanes& paths, const Carrier& carrier) {
  const Lanes& d_km = paths.path.distance_km;
  const Lanes actual_db = bullington_loss_lanes(diffraction.actual_nu * carrier.per_root_wavelength, d_km);
  const Lanes smooth_db = bullington_loss_lanes(diffraction.smooth_nu * carrier.per_root_wavelength, d_km);
  const Lanes spherical_db = spherical_loss_lanes(diffraction.spherical, carrier, paths.path.omega, paths.any_sea);
  return actual_db + (spherical_db - smooth_db).max(0.0F);
}

/// θ'' of a terminal's own horizon, Eq. (48a).
Lanes excess_angle_mrad(const Lanes& theta_mrad, const Lanes& horizon_km) {
  return (theta_mrad - 0.1F * horizon_km).max(0.0F);
}

/// A_ct, A_cr of Eq. (49). A terminal on land counts as far from the coast, one on the sea as at it.
Lanes coast_coupling_db(const Lanes& on_sea, const Lanes& mostly_sea, const Lanes& height_m) {
  const Lanes tanh = 1.0F - 2.0F / (1.0F + (0.14F * (50.0F - height_m)).min(80.0F).exp());
  const Lanes none = Lanes::Zero();
  return where_greater(Lanes(on_sea.min(mostly_sea)), none, Lanes(-3.0F * (1.0F + tanh)), none);
}

/// L_ba, Eqs. (46) to (52), for an A(p) of Eq. (53). The logarithms of A_f, A_st and A_sr, Eqs. (47) and (48), are one.
template <typename Variability>
Lanes ducting_loss_db(const LossLanes& paths, const Climate& climate, const Carrier& carrier,
                      const Variability& time_variability_db) {
  const PathLanes& path = paths.path;
  const Lanes excess_t_mrad = excess_angle_mrad(path.theta_t_mrad, path.dlt_km);
  const Lanes excess_r_mrad = excess_angle_mrad(path.theta_r_mrad, path.dlr_km);
  const float shielding = 0.361F * carrier.root_f;
  const Lanes factors = (path.dlt_km + path.dlr_km) * (1.0F + shielding * excess_t_mrad * path.dlt_km.sqrt()) *
                        (1.0F + shielding * excess_r_mrad * path.dlr_km.sqrt());
  Lanes loss_db = carrier.coupling_db + 20.0F * log10_lanes(factors) +
                  (0.264F * carrier.root3_f) * (excess_t_mrad + excess_r_mrad) +
                  (5e-5F * climate.ae_km * carrier.root3_f) * path.ducting_angle_mrad + time_variability_db;
  if (paths.any_sea) {
    loss_db += coast_coupling_db(filled(paths.tx_on_sea ? 1.0 : 0.0), path.mostly_sea,
                                 filled(static_cast<double>(paths.tx_antenna_m))) +
               coast_coupling_db(path.receiver_on_sea, path.mostly_sea, path.rx_antenna_m);
  }
  return loss_db;
}

/// η ln(e^{a/η} + e^{b/η}), Eq. (60).
Lanes soft_maximum_db(const Lanes& a_db, const Lanes& b_db) {
  constexpr float kEta = 2.5F;
  return a_db.max(b_db) + kEta * (1.0F + ((a_db - b_db).abs() * (-1.0F / kEta)).exp()).log();
}

/// −5 log10(10^{−0.2 a} + 10^{−0.2 b}), Eq. (63).
Lanes combined_db(const Lanes& a_db, const Lanes& b_db) {
  constexpr float kPerDb = 0.2F * std::numbers::ln10_v<float>;
  return a_db.min(b_db) - 5.0F * log10_lanes(1.0F + ((a_db - b_db).abs() * -kPerDb).exp());
}

/// What troposcatter, L_bs, adds to a path's other ways, and never less than free space: Eqs. (63), (69).
Lanes with_troposcatter_db(const LossLanes& paths, const Carrier& carrier, const Lanes& lb0p_db, const Lanes& lbam_db) {
  const Lanes lbs_db = paths.path.troposcatter_db + carrier.troposcatter_db;  // (44)
  return lb0p_db.max(combined_db(lbs_db, lbam_db));
}

}  // namespace

std::optional<Lanes> loss_without_ducting(const LossLanes& paths, const Climate& climate, const Carrier& carrier) {
  constexpr float kRoundingDb = 0.1F;
  if (!climate.is_median || paths.any_sea) return {};
  const PathLanes& path = paths.path;
  const Lanes free_space_db = carrier.free_space_db + path.slant_db;                       // (8); (10) at the median
  const Lanes lbd_db = free_space_db + diffraction_loss_db(paths.median, paths, carrier);  // (43)
  const Lanes least_ducting_db = ducting_loss_db(paths, climate, carrier, paths.least_variability_db);
  const bool is_never_less =
      (least_ducting_db > lbd_db + kRoundingDb).all() && (path.distance_km <= kLongestMedianPathKm).all();
  if (!is_never_less) return {};
  return with_troposcatter_db(paths, carrier, free_space_db, lbd_db);
}

Lanes basic_loss_lanes(const LossLanes& paths, const Climate& climate, const Carrier& carrier) {
  const PathLanes& path = paths.path;
  const AnomalousLanes& anomalous = *paths.anomalous;
  const Lanes free_space_db = carrier.free_space_db + path.slant_db;  // (8)
  const Lanes lb0p_db = free_space_db + anomalous.esp_db;             // (10)
  const Lanes ld50_db = diffraction_loss_db(paths.median, paths, carrier);
  Lanes ldp_db = ld50_db;
  if (paths.at_beta) ldp_db += (diffraction_loss_db(*paths.at_beta, paths, carrier) - ld50_db) * anomalous.fi;  // (41)
  const Lanes lbd50_db = free_space_db + ld50_db;                                                               // (42)
  const Lanes lbd_db = lb0p_db + ldp_db;                                                                        // (43)

  const Lanes over_land_db = (1.0F - path.omega) * ldp_db;
  const Lanes below_db = lb0p_db + over_land_db;
  const Lanes above_db = lbd50_db + (free_space_db + anomalous.esb_db + over_land_db - lbd50_db) * anomalous.fi;
  const Lanes lminb0p_db = where_greater(anomalous.below_b0, Lanes(Lanes::Zero()), below_db, above_db);  // (59)

  const Lanes lminbap_db =
      soft_maximum_db(ducting_loss_db(paths, climate, carrier, anomalous.time_variability_db), lb0p_db);  // (60)
  const Lanes interpolated_db = lminbap_db + (lbd_db - lminbap_db) * anomalous.fk;
  const Lanes lbda_db = where_greater(lminbap_db, lbd_db, lbd_db, interpolated_db);  // (61)
  const Lanes lbam_db = lbda_db + (lminb0p_db - lbda_db) * anomalous.fj;             // (62)
  return with_troposcatter_db(paths, carrier, lb0p_db, lbam_db);
}

}  // namespace phusong::propagation::sweep
