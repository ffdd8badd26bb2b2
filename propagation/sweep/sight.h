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

/// `earth` has taken in the ray's samples up to the place's last one.
RxHorizon rx_horizon_of(const CurvedRay& earth, const OwnHorizon& own, const Place& place);

/// What stands between an antenna of the mast and one receiver over one Earth.
struct Sight {
  bool blocked = false;
  double to_receiver = 0.0;  ///< S, m/km
  double from_tx = 0.0;      ///< steepest slope to a sample, m/km
  double from_rx = 0.0;      ///< likewise from the receiver; −S where nothing blocks the path
  int tx_sample = 0;         ///< the horizons; in line of sight both are the sample of largest ν
  int rx_sample = 0;
  std::size_t hull_end = 0;         ///< see RxHorizon; only where blocked
  double nu_root_wavelength = 0.0;  ///< ν √λ of Bullington's equivalent edge, √m
};

/// One Earth as it is seen along a batch of paths from one antenna.
struct SeenEarth {
  std::size_t antenna;
  const OwnView& own;
  const OwnHorizon& own_horizon;
  const OwnLanes& own_km;
};

/// Finds the receiver's horizon at most once, into `rx_horizon`, where it is asked for.
Sight sight_of(const CurvedRay& earth, const SeenEarth& seen, const Place& place, std::optional<RxHorizon>& rx_horizon);

}  // namespace phusong::propagation::sweep
