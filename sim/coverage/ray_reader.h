#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/coverage/own_sampler.h"
#include "sim/coverage/ray_sampler.h"

namespace phusong::coverage {

/// Reads from the terrain what a sweep asks for: samples one cell apart on rays, and for each receiver its own
/// ground and the last few samples of its own straight line to the mast.
class RayReader {
 public:
  /// `row_latitude_deg`: at the middle of each row of the terrain's grid.
  RayReader(const gis::Terrain& terrain, const scenario::Options& options, const std::vector<double>& row_latitude_deg);
  RayReader(const RayReader&) = delete;  // parts refer to each other
  RayReader& operator=(const RayReader&) = delete;

  /// Reads a mast's ground; false where it is off the terrain. `latitude_deg`: the mast's.
  bool start(gis::MapPoint mast, double latitude_deg);
  /// Forgets the rays read.
  void clear();
  /// Reads a ray and the receivers at `cells`, sorted outwards. Cells off the terrain are left out.
  void append(const RayFan& fan, int ray, std::span<const FanCell> cells);

  std::span<const propagation::sweep::Ray> rays() const { return std::span(rays_).first(ray_count_); }
  /// Of all rays read, one ray after the other.
  const propagation::sweep::Receivers& receivers() const { return receivers_; }
  /// The cells of receivers().
  const std::vector<FanCell>& cells() const { return cells_; }
  /// For each receiver 1 where a sample of its path is void and was bridged.
  const std::vector<std::uint8_t>& crosses_void() const { return crosses_void_; }

 private:
  void append_receivers(std::span<const FanCell> cells);
  /// Bridges voids before and among the own samples of the receivers `first` and on.
  void bridge_voids(std::size_t first);

  SweptTerrain terrain_;
  RaySampler ray_sampler_;
  OwnSampler own_sampler_;
  const std::vector<double>& row_latitude_deg_;
  MastPlace mast_;
  std::vector<propagation::sweep::Ray> rays_;  ///< the first ray_count_ of them
  std::size_t ray_count_ = 0;
  propagation::sweep::Receivers receivers_;
  std::vector<FanCell> cells_;
  std::vector<std::uint8_t> crosses_void_;
};

}  // namespace phusong::coverage
