#pragma once

namespace phusong::sunset {

/// Prices of a sunset.
struct SunsetCosts {
  double handset_million_vnd = 0.0;
  double radio_million_vnd = 0.0;  ///< equipment of the newer technology on a mast
};

}  // namespace phusong::sunset
