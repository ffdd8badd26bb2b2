#pragma once

#include <array>

#include "propagation/sweep/curved_ray.h"
#include "propagation/sweep/lanes.h"
#include "propagation/sweep/ray.h"

namespace phusong::propagation::sweep {

/// The samples on each receiver's own line, nearest to the mast first.
struct OwnSamples {
  std::array<DoubleLanes, kOwnSamples> distance_km, ground_m;
  std::array<DoubleLanes, kOwnSamples> surface_m;            ///< with clutter, where there is any
  std::array<DoubleLanes, kOwnSamples> per_km, per_rest_km;  ///< 1 / d and 1 / (D − d)
};

/// Where each lane's receiver stands.
struct ReceiverLanes {
  DoubleLanes distance_km;
  DoubleLanes antenna_m;  ///< h_rs, above sea level
};

/// Slopes in m/km to and from the own samples over one Earth, and the extremes among them.
struct OwnSlopes {
  std::array<DoubleLanes, kOwnSamples> to_sample;  ///< σ, from the mast's antenna
  DoubleLanes to_receiver;                         ///< S, likewise
  DoubleLanes receiver_y;                          ///< height over the plane that touches the Earth at the mast
  DoubleLanes steepest, steepest_at;               ///< of to_sample, and which of the samples it is; the first
  DoubleLanes from_receiver, from_receiver_at;     ///< as the receiver sees them; of equal ones the last
};

/// `height_m`: the samples' ground or surface.
OwnSlopes own_slopes(const CurvedRay& earth, const ReceiverLanes& receivers, const OwnSamples& own,
                     const std::array<DoubleLanes, kOwnSamples>& height_m);

}  // namespace phusong::propagation::sweep
