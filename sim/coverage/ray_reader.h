#pragma once

#include <cstdint>
#include <vector>

#include "gis/terrain.h"
#include "propagation/sweep/ray_sweep.h"
#include "sim/coverage/inner_heights.h"
#include "sim/coverage/ray_fan.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// Reads from the terrain what a ray's sweep asks for: samples one cell apart on the ray, and for each receiver its
/// own ground and the last few samples of its own straight line to the mast, placed as on an exact path.
class RayReader {
 public:
  /// `row_latitude_deg`: at the middle of each row of the terrain's grid.
  RayReader(const gis::Terrain& terrain, const scenario::Options& options, const std::vector<double>& row_latitude_deg);

  /// Reads a mast's ground; false where it is off the terrain. `latitude_deg`: the mast's.
  bool start(gis::MapPoint mast, double latitude_deg);
  /// Reads a ray and the receivers at `cells`, sorted outwards. Cells off the terrain are left out.
  void read(const RayFan& fan, int ray, const std::vector<FanCell>& cells);

  const propagation::sweep::Ray& ray() const { return ray_; }
  const propagation::sweep::Receivers& receivers() const { return receivers_; }
  /// The cells of receivers().
  const std::vector<FanCell>& cells() const { return cells_; }
  /// For each receiver 1 where a sample of its path is void and was bridged.
  const std::vector<std::uint8_t>& crosses_void() const { return crosses_void_; }

 private:
  void read_ray(const RayFan& fan, int ray, double length_m);
  void bridge_ray();
  bool read_receiver(const FanCell& cell, std::size_t receiver);
  bool read_own_samples(const FanCell& cell, std::size_t intervals, std::size_t receiver);
  void bridge_own_samples(std::size_t receiver);
  /// The terrain's height at a position in cells; `inside` promises that inner_ holds it.
  double height_at(double column, double row, bool inside) const;
  double clutter_at(gis::MapPoint point) const;

  const gis::Terrain& terrain_;
  InnerHeights inner_;
  const std::vector<double>& row_latitude_deg_;
  bool adds_clutter_;
  double step_km_;
  gis::MapPoint mast_;
  double mast_column_ = 0.0, mast_row_ = 0.0;
  double mast_latitude_deg_ = 0.0;
  double mast_ground_m_ = 0.0;
  bool mast_is_void_ = false;
  propagation::sweep::Ray ray_;
  std::vector<int> known_up_to_;  ///< for each sample of the ray the last one, itself included, that is not void
  std::vector<int> voids_up_to_;  ///< number of void samples, itself included
  propagation::sweep::Receivers receivers_;
  std::vector<FanCell> cells_;
  std::vector<std::uint8_t> crosses_void_;
};

}  // namespace phusong::coverage
