#include "propagation/sweep/antenna_view.h"

namespace phusong::propagation::sweep {

void AntennaView::start(double antenna_m, double half_curvature, std::span<const double> distance_km,
                        std::span<const double> y) {
  antenna_m_ = antenna_m;
  half_curvature_ = half_curvature;
  distance_km_ = distance_km;
  slope_.resize(y.size());
  for (std::size_t i = 0; i < y.size(); ++i)
    slope_[i] = (y[i] - antenna_m) / distance_km[i];  // of no meaning at the mast itself, and not used there
  sample_ = 0;
  steepest_ = {};
  flat_steepest_ = steepest_.slope;
  has_clearances_ = false;
}

ClearanceBlocks::Nearest AntennaView::nearest_to_ray(double receiver_km, double slope_to_receiver) const {
  if (!has_clearances_) clearances_.start(distance_km_, slope_);
  has_clearances_ = true;
  return clearances_.nearest(sample_, receiver_km, slope_to_receiver);
}

}  // namespace phusong::propagation::sweep
