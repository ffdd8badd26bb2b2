#pragma once

#include "propagation/sweep/own_samples.h"

namespace phusong::propagation::sweep {

/// What stands between the mast's antenna and one receiver over one Earth. Samples are numbered along the path:
/// the ray's first, then the receiver's own.
struct Sight {
  bool blocked = false;
  double to_receiver = 0.0;  ///< S, m/km
  double from_tx = 0.0;      ///< steepest slope to a sample, m/km
  double from_rx = 0.0;      ///< likewise from the receiver; −S where nothing blocks the path
  int tx_sample = 0;         ///< the horizons; in line of sight both are the sample of largest ν
  int rx_sample = 0;
  double nu_root_wavelength = 0.0;  ///< ν √λ of Bullington's equivalent edge, √m
};

/// One receiver of the lanes.
struct Place {
  int lane = 0;
  double distance_km = 0.0;
  int last_ray_sample = 0;
};

/// `earth` has taken in the ray's samples up to the place's last one; `own` holds its slopes, `own_km` the
/// distances of the own samples.
Sight sight_of(const CurvedRay& earth, const OwnSlopes& own, const std::array<DoubleLanes, kOwnSamples>& own_km,
               const Place& place);

}  // namespace phusong::propagation::sweep
