#pragma once

#include <vector>

#include "propagation/sweep/ray.h"
#include "sim/coverage/ray_fan.h"
#include "sim/coverage/swept_terrain.h"

namespace phusong::coverage {

/// A ray's step, in cells.
struct CellStep {
  double columns, rows;
};

/// Reads a ray's samples, one cell apart, and bridges its voids by straight lines.
class RaySampler {
 public:
  explicit RaySampler(const SweptTerrain& terrain) : terrain_(terrain) {}

  /// Samples before `length_m`, the mast's ground first.
  void read(const RayFan& fan, int number, double length_m, const MastPlace& mast, propagation::sweep::Ray& ray);

  /// Of the ray read last.
  bool has_voids() const { return has_voids_; }
  /// Of the ray read last: the last sample up to this one that is not void.
  int last_known(std::size_t sample) const { return has_voids_ ? known_up_to_[sample] : static_cast<int>(sample); }
  /// Whether a sample up to this one is void.
  bool crosses_void(std::size_t sample) const { return has_voids_ && voids_up_to_[sample] > 0; }

 private:
  /// Says whether no sample is beside a void.
  bool read_inside(const MastPlace& mast, const CellStep& step, std::vector<double>& ground_m) const;
  void read_cover(const MastPlace& mast, const CellStep& step, propagation::sweep::Ray& ray) const;
  void bridge(bool mast_is_void, std::vector<double>& ground_m);

  const SweptTerrain& terrain_;
  bool has_voids_ = false;
  std::vector<int> known_up_to_, voids_up_to_;  ///< only of a ray with voids
};

}  // namespace phusong::coverage
