#pragma once

namespace phusong::propagation::p530 {

/// A line-of-sight microwave hop.
struct Hop {
  double distance_km = 0.0;
  double frequency_ghz = 0.0;
  double tx_height_amsl_m = 0.0;     ///< h_e, antenna above sea level
  double rx_height_amsl_m = 0.0;     ///< h_r
  double mean_terrain_amsl_m = 0.0;  ///< h_t, along the path without trees
  double latitude_deg = 0.0;
};

}  // namespace phusong::propagation::p530
