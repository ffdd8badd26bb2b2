#pragma once

#include "sim/network/cell.h"

namespace phusong::sunset {

/// Whether two frequencies lie in the same mobile band (700, 800, 850, 900, 1800, 2100, 2300, 2600, 3500 MHz, both
/// directions together); outside all of them, whether they are equal.
bool same_band(double a_mhz, double b_mhz);

/// Whether `cell` uses some of the channels of a carrier in the same band. A cell without channels stands for its
/// operator's whole assignment in the band.
bool shares_channels(const network::Cell& cell, double centre_mhz, double bandwidth_mhz);

}  // namespace phusong::sunset
