#pragma once

#include "propagation/sweep/growing_ray.h"
#include "propagation/sweep/own_samples.h"
#include "propagation/sweep/sight.h"

namespace phusong::propagation::sweep {

/// What of p1812::Geometry is the same for all antennas of the mast, for a lane's worth of receivers; the symbols are
/// those of P.1812.
struct PlaceLanes {
  std::array<int, kLanes> ray, last_ray_sample;
  OwnSamples own;
  ReceiverLanes receivers;
  DoubleLanes rx_ground_m;
  DoubleLanes latitude_deg;
  DoubleLanes line_tx_m, line_rx_m;        ///< least-squares line, Eqs. (87), (88)
  DoubleLanes surface_tx_m, surface_rx_m;  ///< of ducting, Eq. (92)
  DoubleLanes hre_m;
  // Where the ray has zones by sample these are set lane by lane; lanes without a receiver keep what they had.
  DoubleLanes omega = DoubleLanes::Ones();            ///< share of the path over sea
  DoubleLanes mostly_sea = DoubleLanes::Ones();       ///< 1 or 0: ω ≥ 0.75, decided before rounding
  DoubleLanes receiver_on_sea = DoubleLanes::Ones();  ///< 1 or 0
  DoubleLanes dtm_km = DoubleLanes::Ones(), dlm_km = DoubleLanes::Ones();

  Place place(int lane) const {
    return {lane, receivers.distance_km[lane], last_ray_sample[static_cast<std::size_t>(lane)]};
  }
};

/// Takes in receivers first … first + kLanes − 1; beyond the last one it is repeated.
void load_places(const GrowingRays& rays, const Receivers& receivers, std::size_t first, double rx_height_m,
                 PlaceLanes& places);

/// Zones along the path of one lane, where the ray has them by sample.
void set_zones(const p1812::ZoneSums& on_ray, const Receivers& receivers, std::size_t receiver, int lane,
               PlaceLanes& places);

}  // namespace phusong::propagation::sweep
