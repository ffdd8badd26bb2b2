#pragma once

#include "propagation/antenna/antenna.h"

namespace phusong::propagation {

/// Horizontal half-power beamwidth in degrees: of a parametric pattern as given, of a pattern file the sector around
/// the beam in which the horizontal cut stays within 3 dB of the beam. 360 for an omnidirectional antenna.
double half_power_width_deg(const Antenna& antenna);

}  // namespace phusong::propagation
