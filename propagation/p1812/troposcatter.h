#pragma once

#include "propagation/p1812/geometry.h"

namespace phusong::propagation::p1812 {

/// Basic transmission loss by troposcatter not exceeded for p % in dB, P.1812-6 4.4 (kept for -7 and -8).
double troposcatter_loss_db(const Geometry& geometry, double frequency_mhz, double time_percent);

}  // namespace phusong::propagation::p1812
