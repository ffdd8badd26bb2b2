#pragma once

#include <optional>

#include "propagation/sweep/path_lanes.h"
#include "propagation/sweep/spherical_lanes.h"

namespace phusong::propagation::sweep {

/// Delta-Bullington's share of a path on one effective Earth.
struct DiffractionLanes {
  Lanes actual_nu, smooth_nu;  ///< ν √λ, √m
  SphericalLanes spherical;
};

/// A batch of paths, ready for any number of frequencies.
struct LossLanes {
  PathLanes path;
  DiffractionLanes median;
  std::optional<DiffractionLanes> at_beta;  ///< for p < 50 %
  float tx_antenna_m = 0.0F;                ///< above sea level
  bool any_sea = false;
  bool tx_on_sea = false;
};

/// Median over locations of the basic transmission loss in dB, Eqs. (41) to (63) and (69).
Lanes basic_loss_lanes(const LossLanes& paths, const Climate& climate, const Carrier& carrier);

}  // namespace phusong::propagation::sweep
