#pragma once

#include "propagation/p1812/geometry.h"

namespace phusong::propagation::p1812 {

/// Basic transmission loss by ducting and layer reflection not exceeded for p % in dB, P.1812 4.5.
double ducting_loss_db(const Geometry& geometry, double frequency_mhz, double time_percent);

}  // namespace phusong::propagation::p1812
