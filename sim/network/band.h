#pragma once

namespace phusong::network {

/// Whether two frequencies lie in the same mobile band (700, 800, 850, 900, 1800, 2100, 2300, 2600, 3500 MHz, both
/// directions together); outside all of them, whether they are equal.
bool same_band(double a_mhz, double b_mhz);

}  // namespace phusong::network
