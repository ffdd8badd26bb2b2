#include "propagation/sweep/sight.h"

#include <cmath>

namespace phusong::propagation::sweep {
namespace {

/// The sample of largest ν in line of sight, P.1812 Eq. (15).
double find_least_clearance(Sight& sight, const AntennaView& view, const SeenEarth& seen, const Place& place) {
  ClearanceBlocks::Nearest nearest = view.nearest_to_ray(place.last_ray_sample, place.distance_km, sight.to_receiver);
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const double below = sight.to_receiver - seen.own.slope[k][place.lane];
    const double d1_km = seen.own_km[k][place.lane];
    const double squared_ratio = below * below * d1_km / (place.distance_km - d1_km);
    if (squared_ratio <= nearest.squared_ratio) nearest = {squared_ratio, place.own_sample(static_cast<double>(k))};
  }
  sight.tx_sample = sight.rx_sample = nearest.sample;
  return nearest.squared_ratio;
}

}  // namespace

/// The tangent to the hull, or one of the own samples, which are nearer and win a tie.
RxHorizon rx_horizon_of(const CurvedRay& earth, const OwnHorizon& own, const Place& place) {
  const UpperHull& hull = earth.hull();
  RxHorizon horizon{.slope = own.steepest[place.lane],
                    .sample = place.own_sample(own.steepest_at[place.lane]),
                    .hull_end = hull.size()};
  if (hull.size() == 0) return horizon;
  const double y = own.receiver_y[place.lane];
  const std::size_t tangent = hull.tangent_from(place.distance_km, y);
  const double slope = (hull.y(tangent) - y) / (place.distance_km - hull.x(tangent));
  if (slope > horizon.slope) horizon = {slope, hull.sample(tangent), tangent + 1};
  horizon.tangent = tangent;
  return horizon;
}

Sight sight_of(const CurvedRay& earth, const SeenEarth& seen, const Place& place,
               std::optional<RxHorizon>& rx_horizon) {
  const AntennaView& view = earth.seen_from(seen.antenna);
  const AntennaView::Steepest& on_ray = view.steepest_up_to(place.last_ray_sample);
  Sight sight{
      .to_receiver = seen.own.to_receiver[place.lane], .from_tx = on_ray.slope, .tx_sample = on_ray.sample};
  if (const double own_steepest = seen.own.steepest[place.lane]; own_steepest > sight.from_tx) {
    sight.from_tx = own_steepest;
    sight.tx_sample = place.own_sample(seen.own.steepest_at[place.lane]);
  }
  sight.blocked = sight.from_tx > sight.to_receiver;
  if (!sight.blocked) {
    const double squared_ratio = find_least_clearance(sight, view, seen, place);
    sight.from_rx = -sight.to_receiver;
    sight.nu_root_wavelength = -std::sqrt(0.002 * place.distance_km * squared_ratio);  // (15), (16)
    return sight;
  }
  if (!rx_horizon) rx_horizon = rx_horizon_of(earth, seen.own_horizon, place);
  sight.from_rx = rx_horizon->slope;
  sight.rx_sample = rx_horizon->sample;
  sight.hull_end = rx_horizon->hull_end;
  const double a = sight.from_tx - sight.to_receiver, b = sight.from_rx + sight.to_receiver;
  sight.nu_root_wavelength = std::sqrt(0.002 * place.distance_km * a * b);  // (18) to (20)
  return sight;
}

}  // namespace phusong::propagation::sweep
