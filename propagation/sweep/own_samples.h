#pragma once

#include <array>

#include "propagation/sweep/lanes.h"
#include "propagation/sweep/ray.h"

namespace phusong::propagation::sweep {

/// An array of lanes for each of the own samples, nearest to the mast first.
using OwnLanes = std::array<DoubleLanes, kOwnSamples>;

/// The samples on each receiver's own line.
struct OwnSamples {
  OwnLanes distance_km, ground_m;
  OwnLanes surface_m;            ///< with clutter, where there is any
  OwnLanes per_km, per_rest_km;  ///< 1 / d and 1 / (D − d)
};

/// Where each lane's receiver stands.
struct ReceiverLanes {
  DoubleLanes distance_km, per_km;
  DoubleLanes antenna_m;  ///< h_rs, above sea level
};

/// The own samples over one Earth, as the receiver sees them; in the (d, y) plane of CurvedRay.
struct OwnHorizon {
  OwnLanes y;
  DoubleLanes receiver_y;
  DoubleLanes steepest, steepest_at;  ///< m/km towards the left, and which of the samples it is; of equal ones the last
  DoubleLanes flat_steepest;          ///< m/km, over a flat Earth
};

/// The own samples over one Earth, as an antenna of the mast sees them.
struct OwnView {
  OwnLanes slope;                     ///< σ, m/km
  DoubleLanes to_receiver;            ///< S, likewise
  DoubleLanes steepest, steepest_at;  ///< of `slope`, and which of the samples it is; of equal ones the first
  // Over a flat Earth:
  DoubleLanes flat_to_receiver, flat_steepest;
  DoubleLanes over_ray_m;  ///< how far the highest of the samples stands over the line to the receiver
};

/// `height_m`: the samples' ground or surface.
void see_own_samples(double half_curvature, const ReceiverLanes& receivers, const OwnSamples& own,
                     const OwnLanes& height_m, OwnHorizon& horizon);
void see_own_samples(double antenna_m, double half_curvature, const ReceiverLanes& receivers, const OwnSamples& own,
                     const OwnHorizon& horizon, OwnView& view);

}  // namespace phusong::propagation::sweep
