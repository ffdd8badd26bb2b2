#pragma once

#include "sim/network/band.h"
#include "sim/network/cell.h"

namespace phusong::sunset {

using network::same_band;

/// Whether `cell` uses some of the channels of a carrier in the same band. A cell without channels stands for its
/// operator's whole assignment in the band.
bool shares_channels(const network::Cell& cell, double centre_mhz, double bandwidth_mhz);

}  // namespace phusong::sunset
