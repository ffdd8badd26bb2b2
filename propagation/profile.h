#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phusong::propagation {

/// Radio-climatic zone, numbered as in P.1812 Annex 1, 3.3 and the reference files.
enum class Zone : std::uint8_t { kSea = 1, kCoastalLand = 3, kInland = 4 };

enum class Polarization : std::uint8_t { kHorizontal = 1, kVertical = 2 };

/// A path from the transmitter (first point) to the receiver (last point); n ≥ 2 points, both ends included.
/// Views only: the owner of the arrays must outlive it. All spans that are not empty have n entries.
struct Profile {
  std::span<const double> distance_km;  ///< d_i from the transmitter, increasing, d_1 = 0
  std::span<const double> ground_m;     ///< h_i above sea level, bare terrain
  std::span<const double> clutter_m;    ///< R_i representative clutter height; empty = 0 everywhere
  std::span<const Zone> zone;           ///< empty = inland everywhere
  bool has_equal_steps = false;         ///< d_i grow by the same step, to rounding: models may be quicker then

  std::size_t size() const { return ground_m.size(); }
  double length_km() const { return distance_km.back(); }
};

}  // namespace phusong::propagation
