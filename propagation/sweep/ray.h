#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "propagation/point_to_point.h"

namespace phusong::propagation::sweep {

/// How many of the last samples before a receiver lie on its own line from the mast, not on the ray's.
inline constexpr std::size_t kOwnSamples = 6;

/// What holds for a whole sweep.
struct SweepSettings {
  PropagationSettings propagation;
  std::vector<double> tx_heights_m;  ///< antennas on the mast, above ground
  double rx_height_m = 0.0;
  std::vector<double> frequencies_mhz;
};

/// Samples from a mast outwards along one bearing; the first is the mast itself. Arrays that are not empty have
/// as many entries as `distance_km`.
struct Ray {
  std::vector<double> distance_km, ground_m;
  double step_km = 0.0;           ///< between samples, where they are all at equal steps; 0 = they need not be
  std::vector<double> clutter_m;  ///< empty = 0 everywhere
  std::vector<Zone> zone;         ///< empty = `everywhere`
  Zone everywhere = Zone::kInland;
};

/// The receivers that rays of one mast serve, ray after ray, each ray's outwards: each at its own distance and ground
/// height. A receiver's path is the ray's samples up to `last_ray_sample`, then its own samples, then the receiver.
/// Where fewer than kOwnSamples fit between the two, the first of them is repeated.
struct Receivers {
  std::vector<std::size_t> end_of_ray;  ///< one a ray: the number of its last receiver plus one
  std::vector<double> distance_km, ground_m;
  std::vector<double> latitude_deg;  ///< of the path's centre
  std::vector<int> last_ray_sample;  ///< never falls from one receiver of a ray to the next
  std::vector<Zone> zone;            ///< used where the ray has zones by sample, like own_zone
  std::array<std::vector<double>, kOwnSamples> own_distance_km, own_ground_m;
  std::array<std::vector<double>, kOwnSamples> own_clutter_m;  ///< used where the ray has clutter
  std::array<std::vector<Zone>, kOwnSamples> own_zone;

  std::size_t size() const { return size_; }
  /// The arrays never get shorter, so that they can be used again and again.
  void resize(std::size_t receivers);

 private:
  std::size_t size_ = 0;
};

}  // namespace phusong::propagation::sweep
