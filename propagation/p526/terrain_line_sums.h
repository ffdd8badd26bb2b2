#pragma once

namespace phusong::propagation::p526 {

/// The sums behind the least-squares line through a terrain profile, P.1812 Eqs. (85) and (86), as they grow from
/// sample to sample: a path's line follows from the sums at its end.
struct TerrainLineSums {
  double v1, v2;
  double distance_km, ground_m;  ///< of the last sample

  /// `at_km`: not less than the last sample's distance.
  void add(double at_km, double height_m) {
    const double step_km = at_km - distance_km;
    v1 += step_km * (height_m + ground_m);                                                              // (85)
    v2 += step_km * (height_m * (2.0 * at_km + distance_km) + ground_m * (at_km + 2.0 * distance_km));  // (86)
    distance_km = at_km;
    ground_m = height_m;
  }

  /// Height of the line at the transmitter, and at the last sample; the path has length.
  double at_tx_m() const { return (2.0 * v1 * distance_km - v2) / (distance_km * distance_km); }  // (87)
  double at_rx_m() const { return (v2 - v1 * distance_km) / (distance_km * distance_km); }        // (88)
};

}  // namespace phusong::propagation::p526
