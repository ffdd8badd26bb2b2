#pragma once

#include <optional>

#include "propagation/sweep/curved_ray.h"
#include "propagation/sweep/own_samples.h"

namespace phusong::propagation::sweep {

/// One receiver of the lanes.
struct Place {
  int lane = 0;
  double distance_km = 0.0;
  int last_ray_sample = 0;

  /// Samples are numbered along the path: the ray's first, then the receiver's own.
  int own_sample(double number) const { return last_ray_sample + 1 + static_cast<int>(number); }
};

/// The steepest sample of a path as its receiver sees it. The same for all antennas of the mast.
struct RxHorizon {
  double slope = 0.0;  ///< m/km, towards the mast
  int sample = 0;
  std::size_t hull_end = 0;  ///< the hull's vertices up to the sample are those before this position
  std::size_t tangent = 0;   ///< position of the steepest of the hull's vertices, where there are any
};

/// What stands between an antenna of the mast and one receiver over one Earth.
struct Sight {
  bool blocked = false;
  double to_receiver = 0.0;  ///< S, m/km
  double from_tx = 0.0;      ///< steepest slope to a sample, m/km
  double from_rx = 0.0;      ///< likewise from the receiver; −S where nothing blocks the path
  int tx_sample = 0;         ///< the horizons; in line of sight both are the sample of largest ν
  int rx_sample = 0;
  std::size_t hull_end = 0;  ///< see RxHorizon; only where blocked
  double nu_squared = 0.0;   ///< ν |ν| λ of Bullington's equivalent edge, m
};

/// One Earth as it is seen along a batch of paths from one antenna.
struct SeenEarth {
  std::size_t antenna;
  const OwnView& own;
  const OwnHorizon& own_horizon;
  const OwnLanes& own_km;
};

/// The sample of largest ν in line of sight, P.1812 Eq. (15).
ClearanceBlocks::Nearest least_clearance(double slope_to_receiver, const AntennaView& view, const SeenEarth& seen,
                                         const Place& place);

/// The tangent to the hull, or one of the own samples, which are nearer and win a tie. `earth` has taken in the ray's
/// samples up to the place's last one.
inline RxHorizon rx_horizon_of(const CurvedRay& earth, const OwnHorizon& own, const Place& place) {
  const UpperHull& hull = earth.hull();
  RxHorizon horizon{.slope = own.steepest[place.lane],
                    .sample = place.own_sample(own.steepest_at[place.lane]),
                    .hull_end = hull.size()};
  if (hull.size() == 0) return horizon;
  const double y = own.receiver_y[place.lane];
  const std::size_t tangent = hull.tangent_from(place.distance_km, y);
  const double slope = (hull.y(tangent) - y) / (place.distance_km - hull.x(tangent));
  if (slope > horizon.slope) horizon = {slope, hull.sample(tangent), tangent + 1};
  horizon.tangent = tangent;
  return horizon;
}

/// Finds the receiver's horizon at most once, into `rx_horizon`, where it is asked for. For each receiver: in a header,
/// so that what it finds stays in registers.
inline Sight sight_of(const CurvedRay& earth, const SeenEarth& seen, const Place& place,
                      std::optional<RxHorizon>& rx_horizon) {
  const AntennaView& view = earth.seen_from(seen.antenna);
  const AntennaView::Steepest& on_ray = view.steepest_up_to(place.last_ray_sample);
  const double own_steepest = seen.own.steepest[place.lane];
  const bool is_own = own_steepest > on_ray.slope;
  Sight sight{.to_receiver = seen.own.to_receiver[place.lane],
              .from_tx = is_own ? own_steepest : on_ray.slope,
              .tx_sample = is_own ? place.own_sample(seen.own.steepest_at[place.lane]) : on_ray.sample};
  sight.blocked = sight.from_tx > sight.to_receiver;
  if (!sight.blocked) {
    const ClearanceBlocks::Nearest nearest = least_clearance(sight.to_receiver, view, seen, place);
    sight.tx_sample = sight.rx_sample = nearest.sample;
    sight.from_rx = -sight.to_receiver;
    sight.nu_squared = -0.002 * place.distance_km * nearest.squared_ratio;  // (15), (16)
    return sight;
  }
  if (!rx_horizon) rx_horizon = rx_horizon_of(earth, seen.own_horizon, place);
  sight.from_rx = rx_horizon->slope;
  sight.rx_sample = rx_horizon->sample;
  sight.hull_end = rx_horizon->hull_end;
  const double a = sight.from_tx - sight.to_receiver, b = sight.from_rx + sight.to_receiver;
  sight.nu_squared = 0.002 * place.distance_km * a * b;  // (18) to (20)
  return sight;
}

/// ν |ν| λ alone.
double nu_squared_of(const CurvedRay& earth, const SeenEarth& seen, const Place& place,
                     std::optional<RxHorizon>& rx_horizon);

}  // namespace phusong::propagation::sweep
