#pragma once

#include <memory>

#include "propagation/sweep/ray_sweep.h"

namespace phusong::propagation::sweep {

/// ITM for all receivers of a ray in one pass: the same as the point-to-point function on each receiver's path to
/// 0.01 dB. Samples of its rays are at equal steps. Throws std::invalid_argument for an enumerator of the settings that
/// names nothing.
std::unique_ptr<RaySweep> make_itm_ray_sweep(const SweepSettings& settings);

}  // namespace phusong::propagation::sweep
