#pragma once

#include "propagation/itm/horizons.h"
#include "propagation/sweep/itm_path.h"
#include "propagation/sweep/upper_hull.h"

namespace phusong::propagation::sweep {

/// ITM's horizons for the receivers of a ray. The effective Earth depends on the path's mean height, so every receiver
/// has an Earth of its own, curved by c = 1 / 2a:
/// - the mast sees sample i at (z_i − h) / d_i − c d_i, which is greatest at a vertex of the upper hull of the points
///   (d_i, (z_i − h) / d_i), whatever c;
/// - the vertices of the hull of (d_i, z_i − c d_i²) are among those for any greater c. One hull, for the greatest c of
///   the ray, holds the horizons of all receivers; that of a lesser c is not beyond the tangent of the greatest.
class ItmHorizons {
 public:
  /// `most_curvature_per_m`: the greatest γ_e = 2c of the ray's receivers. The ray must outlive its use here.
  void start(const Ray& ray, const itm::Ends& antenna_height_m, double most_curvature_per_m);
  /// Horizons of the receiver that `path` has turned to; receivers come in their order.
  itm::Horizons find(const ItmPath& path, double curvature_per_m);

 private:
  void advance_to(int sample);
  void look_from_mast(const ItmPath& path, double half_curvature_per_m, itm::Horizons& horizons) const;
  void look_from_receiver(const ItmPath& path, double half_curvature_per_m, itm::Horizons& horizons) const;

  const Ray* ray_ = nullptr;
  itm::Ends antenna_height_m_{};
  double most_half_curvature_per_m_ = 0.0;
  int sample_ = 0;
  UpperHull from_mast_, from_receivers_;
};

}  // namespace phusong::propagation::sweep
