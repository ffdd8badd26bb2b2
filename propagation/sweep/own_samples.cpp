#include "propagation/sweep/own_samples.h"

#include <limits>

namespace phusong::propagation::sweep {

void see_own_samples(double half_curvature, const ReceiverLanes& receivers, const OwnSamples& own,
                     const OwnLanes& height_m, OwnHorizon& horizon) {
  const double c = half_curvature;
  horizon.receiver_y = receivers.antenna_m - c * receivers.distance_km * receivers.distance_km;
  PHUSONG_INDEPENDENT_LOOP
  for (int l = 0; l < kLanes; ++l) {
    double steepest = -std::numeric_limits<double>::infinity(), steepest_at = 0.0, flat_steepest = steepest;
    for (std::size_t k = 0; k < kOwnSamples; ++k) {
      const double d = own.distance_km[k][l];
      const double y = height_m[k][l] - c * d * d;
      const double slope = (y - horizon.receiver_y[l]) * own.per_rest_km[k][l];
      horizon.y[k][l] = y;
      steepest_at = steepest > slope ? steepest_at : static_cast<double>(k);
      steepest = steepest > slope ? steepest : slope;
      const double flat_slope = slope - c * (receivers.distance_km[l] + d);
      flat_steepest = flat_steepest > flat_slope ? flat_steepest : flat_slope;
    }
    horizon.steepest[l] = steepest;
    horizon.steepest_at[l] = steepest_at;
    horizon.flat_steepest[l] = flat_steepest;
  }
}

void see_own_samples(double antenna_m, double half_curvature, const ReceiverLanes& receivers, const OwnSamples& own,
                     const OwnHorizon& horizon, OwnView& view) {
  const double c = half_curvature;
  view.to_receiver = (horizon.receiver_y - antenna_m) * receivers.per_km;
  view.flat_to_receiver = view.to_receiver + c * receivers.distance_km;
  PHUSONG_INDEPENDENT_LOOP
  for (int l = 0; l < kLanes; ++l) {
    double steepest = -std::numeric_limits<double>::infinity(), steepest_at = 0.0, flat_steepest = steepest;
    double over_ray_m = 0.0;
    for (std::size_t k = 0; k < kOwnSamples; ++k) {
      const double slope = (horizon.y[k][l] - antenna_m) * own.per_km[k][l];
      view.slope[k][l] = slope;
      steepest_at = slope > steepest ? static_cast<double>(k) : steepest_at;
      steepest = slope > steepest ? slope : steepest;
      const double d = own.distance_km[k][l];
      const double flat_slope = slope + c * d;
      flat_steepest = flat_slope > flat_steepest ? flat_slope : flat_steepest;
      const double over_m = (flat_slope - view.flat_to_receiver[l]) * d;
      over_ray_m = over_m > over_ray_m ? over_m : over_ray_m;
    }
    view.steepest[l] = steepest;
    view.steepest_at[l] = steepest_at;
    view.flat_steepest[l] = flat_steepest;
    view.over_ray_m[l] = over_ray_m;
  }
}

}  // namespace phusong::propagation::sweep
