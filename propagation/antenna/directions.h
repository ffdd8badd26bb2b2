#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "propagation/antenna/antenna.h"

namespace phusong::propagation {

/// The directions from a mast to many places, in single precision, as the patterns of all its antennas read them. The
/// spans given are as long as the places are many.
class Directions {
 public:
  /// `east_m`, `north_m`: from the mast to the places; `elevation_deg`: up positive, NaN where there is no direction.
  void set(std::span<const float> east_m, std::span<const float> north_m, std::span<const float> elevation_deg);

  std::size_t size() const { return elevation_deg_.size(); }

  /// Antenna::attenuation_db() in each direction, to 0.001 dB; of no meaning where there is no direction.
  void attenuations_db(const Antenna& antenna, std::span<float> attenuation_db) const;

 private:
  void by_file(const Antenna& antenna, std::span<float> attenuation_db) const;

  std::vector<float> east_, north_;  ///< a unit vector in the map's plane; both 0 where mast and place coincide
  std::vector<float> elevation_deg_, cos_elevation_, sin_elevation_;
};

}  // namespace phusong::propagation
