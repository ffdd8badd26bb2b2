#include "propagation/sweep/own_samples.h"

#include <limits>

namespace phusong::propagation::sweep {

OwnHorizon own_horizon(double half_curvature, const ReceiverLanes& receivers, const OwnSamples& own,
                       const OwnLanes& height_m) {
  const double c = half_curvature;
  OwnHorizon horizon;
  horizon.receiver_y = receivers.antenna_m - c * receivers.distance_km * receivers.distance_km;
  PHUSONG_INDEPENDENT_LANES
  for (int l = 0; l < kLanes; ++l) {
    double steepest = -std::numeric_limits<double>::infinity(), steepest_at = 0.0;
    for (std::size_t k = 0; k < kOwnSamples; ++k) {
      const double d = own.distance_km[k][l];
      const double y = height_m[k][l] - c * d * d;
      const double slope = (y - horizon.receiver_y[l]) * own.per_rest_km[k][l];
      horizon.y[k][l] = y;
      steepest_at = steepest > slope ? steepest_at : static_cast<double>(k);
      steepest = steepest > slope ? steepest : slope;
    }
    horizon.steepest[l] = steepest;
    horizon.steepest_at[l] = steepest_at;
  }
  return horizon;
}

OwnView own_view(double antenna_m, const ReceiverLanes& receivers, const OwnSamples& own, const OwnHorizon& horizon) {
  OwnView view;
  view.to_receiver = (horizon.receiver_y - antenna_m) * receivers.per_km;
  PHUSONG_INDEPENDENT_LANES
  for (int l = 0; l < kLanes; ++l) {
    double steepest = -std::numeric_limits<double>::infinity(), steepest_at = 0.0;
    for (std::size_t k = 0; k < kOwnSamples; ++k) {
      const double slope = (horizon.y[k][l] - antenna_m) * own.per_km[k][l];
      view.slope[k][l] = slope;
      steepest_at = slope > steepest ? static_cast<double>(k) : steepest_at;
      steepest = slope > steepest ? slope : steepest;
    }
    view.steepest[l] = steepest;
    view.steepest_at[l] = steepest_at;
  }
  return view;
}

}  // namespace phusong::propagation::sweep
