#pragma once

#include "propagation/p1812/geometry.h"

namespace phusong::propagation::p1812 {

/// How the loss by troposcatter varies with time, in dB, the same for every path and frequency.
double troposcatter_variability_db(double time_percent);

/// Basic transmission loss by troposcatter not exceeded for p % in dB, P.1812-6 4.4 (kept for -7 and -8).
double troposcatter_loss_db(const Geometry& geometry, double frequency_mhz, double variability_db);

}  // namespace phusong::propagation::p1812
