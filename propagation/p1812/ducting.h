#pragma once

#include "propagation/p1812/geometry.h"

namespace phusong::propagation::p1812 {

/// A(p) in dB: how the loss by ducting varies with time, the same at every frequency, P.1812 Eq. (53).
double time_variability_db(const Geometry& geometry, double time_percent);

/// Basic transmission loss by ducting and layer reflection not exceeded for p % in dB, P.1812 4.5, with the A(p) of the
/// path.
double ducting_loss_db(const Geometry& geometry, double frequency_mhz, double variability_db);

}  // namespace phusong::propagation::p1812
