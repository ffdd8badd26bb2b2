#pragma once

#include "propagation/sweep/carrier.h"
#include "propagation/sweep/smooth_path_lanes.h"

namespace phusong::propagation::sweep {

/// What the spherical-Earth loss takes from the path, whatever the frequency; P.1812 4.3.2.
struct SphericalLanes {
  SmoothPath smooth;      ///< what the rest follows from
  Lanes beyond_horizon;   ///< > 0: D ≥ d_los, the first term is the loss
  Lanes clearance_m;      ///< least over the smooth Earth, Eq. (23)
  Lanes required_unit_m;  ///< h_req of Eq. (25) for λ = 1 m
  Lanes root3_per_a;      ///< a^(−1/3) of the radius that the first term is taken at
};

/// Sets the rest from `path.smooth`.
void set_spherical(SphericalLanes& path);

/// `omega`: share of sea; `any_sea` false says that it is 0 everywhere.
Lanes spherical_loss_lanes(const SphericalLanes& path, const Carrier& carrier, const Lanes& omega, bool any_sea);

}  // namespace phusong::propagation::sweep
