#include "propagation/sweep/sight.h"

namespace phusong::propagation::sweep {

ClearanceBlocks::Nearest least_clearance(double slope_to_receiver, const AntennaView& view, const SeenEarth& seen,
                                         const Place& place) {
  ClearanceBlocks::Nearest nearest = view.nearest_to_ray(place.last_ray_sample, place.distance_km, slope_to_receiver);
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const double below = slope_to_receiver - seen.own.slope[k][place.lane];
    const double d1_km = seen.own_km[k][place.lane];
    const double squared_ratio = below * below * d1_km / (place.distance_km - d1_km);
    if (squared_ratio <= nearest.squared_ratio) nearest = {squared_ratio, place.own_sample(static_cast<double>(k))};
  }
  return nearest;
}

double nu_squared_of(const CurvedRay& earth, const SeenEarth& seen, const Place& place,
                     std::optional<RxHorizon>& rx_horizon) {
  return sight_of(earth, seen, place, rx_horizon).nu_squared;
}

}  // namespace phusong::propagation::sweep
