#include "propagation/sweep/antenna_view.h"

#include <algorithm>

namespace phusong::propagation::sweep {

void AntennaView::start(double antenna_m, double half_curvature, std::span<const double> distance_km,
                        std::span<const double> y) {
  antenna_m_ = antenna_m;
  distance_km_ = distance_km;
  has_clearances_ = false;
  slope_.resize(y.size());
  for (std::size_t i = 0; i < y.size(); ++i)
    slope_[i] = (y[i] - antenna_m) / distance_km[i];  // of no meaning at the mast itself, and not used there
  steepest_.resize(y.size());
  Steepest steepest = steepest_[0] = {};
  for (std::size_t i = 1; i < y.size(); ++i) {
    if (slope_[i] > steepest.slope) steepest = {slope_[i], steepest.flat_slope, static_cast<int>(i)};
    steepest.flat_slope = std::max(steepest.flat_slope, slope_[i] + half_curvature * distance_km[i]);
    steepest_[i] = steepest;
  }
}

ClearanceBlocks::Nearest AntennaView::nearest_to_ray(int last, double receiver_km, double slope_to_receiver) const {
  if (!has_clearances_) clearances_.start(distance_km_, slope_);
  has_clearances_ = true;
  return clearances_.nearest(last, receiver_km, slope_to_receiver);
}

}  // namespace phusong::propagation::sweep
