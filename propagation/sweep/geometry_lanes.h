#pragma once

#include "propagation/sweep/growing_ray.h"
#include "propagation/sweep/own_samples.h"

namespace phusong::propagation::sweep {

/// p1812::Geometry for a lane's worth of receivers; the symbols are those of P.1812.
struct GeometryLanes {
  OwnSamples own;
  ReceiverLanes receivers;
  DoubleLanes latitude_deg;
  DoubleLanes line_tx_m, line_rx_m;                  ///< least-squares line, Eqs. (87), (88)
  DoubleLanes above_smooth_tx_m, above_smooth_rx_m;  ///< antennas above the smooth surface, Eqs. (37a), (37b)
  DoubleLanes hte_m, hre_m;
  // Set lane by lane; lanes without a receiver keep what they had.
  DoubleLanes omega = DoubleLanes::Ones();            ///< share of the path over sea
  DoubleLanes mostly_sea = DoubleLanes::Ones();       ///< 1 or 0: ω ≥ 0.75, decided before rounding
  DoubleLanes receiver_on_sea = DoubleLanes::Ones();  ///< 1 or 0
  DoubleLanes dtm_km = DoubleLanes::Ones(), dlm_km = DoubleLanes::Ones();
  /// Tangents of the horizons' elevations.
  DoubleLanes theta_t_m_per_km = DoubleLanes::Ones(), theta_r_m_per_km = DoubleLanes::Ones();
  DoubleLanes dlt_km = DoubleLanes::Ones(), dlr_km = DoubleLanes::Ones();
  DoubleLanes hm_m = DoubleLanes::Ones();
  /// ν √λ of the profile with its clutter, √m.
  DoubleLanes actual_nu = DoubleLanes::Ones(), actual_nu_at_beta = DoubleLanes::Ones();
};

/// The geometry of receivers first … first + kLanes − 1 (beyond the last one it is repeated). Batches are asked
/// for outwards; `growing` is advanced on the way.
void geometry_of(GrowingRay& growing, const Receivers& receivers, std::size_t first, double rx_height_m,
                 GeometryLanes& geometry);

}  // namespace phusong::propagation::sweep
