#include "propagation/sweep/sight.h"

#include <cmath>

namespace phusong::propagation::sweep {
namespace {

int own_sample(const Place& place, double number) {
  return place.last_ray_sample + 1 + static_cast<int>(number);
}

/// The receiver's horizon: the tangent to the hull, or one of the own samples, which are nearer and win a tie.
void look_back(Sight& sight, const CurvedRay& earth, const OwnSlopes& own, const Place& place) {
  sight.from_rx = own.from_receiver[place.lane];
  sight.rx_sample = own_sample(place, own.from_receiver_at[place.lane]);
  const UpperHull& hull = earth.hull();
  if (hull.size() == 0) return;
  const double y = own.receiver_y[place.lane];
  const std::size_t tangent = hull.tangent_from(place.distance_km, y);
  const double slope = (hull.y(tangent) - y) / (place.distance_km - hull.x(tangent));
  if (slope <= sight.from_rx) return;
  sight.from_rx = slope;
  sight.rx_sample = hull.sample(tangent);
}

/// The sample of largest ν in line of sight, P.1812 Eq. (15).
double find_least_clearance(Sight& sight, const CurvedRay& earth, const OwnSlopes& own,
                            const std::array<DoubleLanes, kOwnSamples>& own_km, const Place& place) {
  ClearanceBlocks::Nearest nearest = earth.nearest_to_ray(place.distance_km, sight.to_receiver);
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const double below = sight.to_receiver - own.to_sample[k][place.lane];
    const double d1_km = own_km[k][place.lane];
    const double squared_ratio = below * below * d1_km / (place.distance_km - d1_km);
    if (squared_ratio <= nearest.squared_ratio) nearest = {squared_ratio, own_sample(place, static_cast<double>(k))};
  }
  sight.tx_sample = sight.rx_sample = nearest.sample;
  return nearest.squared_ratio;
}

}  // namespace

Sight sight_of(const CurvedRay& earth, const OwnSlopes& own, const std::array<DoubleLanes, kOwnSamples>& own_km,
               const Place& place) {
  Sight sight;
  sight.to_receiver = own.to_receiver[place.lane];
  sight.from_tx = earth.steepest().slope;
  sight.tx_sample = earth.steepest().sample;
  if (own.steepest[place.lane] > sight.from_tx) {
    sight.from_tx = own.steepest[place.lane];
    sight.tx_sample = own_sample(place, own.steepest_at[place.lane]);
  }
  sight.blocked = sight.from_tx > sight.to_receiver;
  if (sight.blocked) {
    look_back(sight, earth, own, place);
    const double a = sight.from_tx - sight.to_receiver, b = sight.from_rx + sight.to_receiver;
    sight.nu_root_wavelength = std::sqrt(0.002 * place.distance_km * a * b);  // (18) to (20)
  } else {
    const double squared_ratio = find_least_clearance(sight, earth, own, own_km, place);
    sight.from_rx = -sight.to_receiver;
    sight.nu_root_wavelength = -std::sqrt(0.002 * place.distance_km * squared_ratio);  // (15), (16)
  }
  return sight;
}

}  // namespace phusong::propagation::sweep
