#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "propagation/point_to_point.h"

namespace phusong::propagation::sweep {

/// How many of the last samples before a receiver lie on its own line from the mast, not on the ray's.
inline constexpr std::size_t kOwnSamples = 4;

/// What holds for a whole sweep.
struct SweepSettings {
  PropagationSettings propagation;
  double tx_height_m = 0.0;  ///< above ground
  double rx_height_m = 0.0;
  std::vector<double> frequencies_mhz;
};

/// Samples from a mast outwards along one bearing; the first is the mast itself. Arrays that are not empty have
/// as many entries as `distance_km`.
struct Ray {
  std::vector<double> distance_km, ground_m;
  std::vector<double> clutter_m;  ///< empty = 0 everywhere
  std::vector<Zone> zone;         ///< empty = `everywhere`
  Zone everywhere = Zone::kInland;
};

/// The receivers that a ray serves, outwards: each at its own distance and ground height. A receiver's path is the
/// ray's samples up to `last_ray_sample`, then its own samples, then the receiver. Where fewer than kOwnSamples fit
/// between the two, the first of them is repeated.
struct Receivers {
  std::vector<double> distance_km, ground_m;
  std::vector<double> latitude_deg;  ///< of the path's centre
  std::vector<int> last_ray_sample;  ///< never falls from one receiver to the next
  std::vector<Zone> zone;            ///< used where the ray has zones by sample, like own_zone
  std::array<std::vector<double>, kOwnSamples> own_distance_km, own_ground_m;
  std::array<std::vector<double>, kOwnSamples> own_clutter_m;  ///< used where the ray has clutter
  std::array<std::vector<Zone>, kOwnSamples> own_zone;

  std::size_t size() const { return distance_km.size(); }
  void resize(std::size_t receivers);
};

}  // namespace phusong::propagation::sweep
