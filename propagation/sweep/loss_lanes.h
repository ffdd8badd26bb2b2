#pragma once

#include <optional>

#include "propagation/sweep/anomalous_lanes.h"
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
  std::optional<AnomalousLanes> anomalous;
  float least_variability_db = 0.0F;  ///< least_median_variability_db()
  float tx_antenna_m = 0.0F;          ///< above sea level
  bool any_sea = false;
  bool tx_on_sea = false;
};

/// Nothing unless at the median, and at this frequency, ducting is a greater loss than diffraction on all paths of the
/// batch, whatever their roughness: then Eqs. (57) to (62) leave diffraction as it is, and the rest is what
/// basic_loss_lanes() would give, without `anomalous`.
std::optional<Lanes> loss_without_ducting(const LossLanes& paths, const Climate& climate, const Carrier& carrier);

/// Median over locations of the basic transmission loss in dB, Eqs. (41) to (63) and (69). Needs `anomalous`.
Lanes basic_loss_lanes(const LossLanes& paths, const Climate& climate, const Carrier& carrier);

}  // namespace phusong::propagation::sweep
