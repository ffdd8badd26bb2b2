#include "propagation/sweep/own_samples.h"

namespace phusong::propagation::sweep {

OwnSlopes own_slopes(const CurvedRay& earth, const ReceiverLanes& receivers, const OwnSamples& own,
                     const std::array<DoubleLanes, kOwnSamples>& height_m) {
  const double c = earth.half_curvature();
  const DoubleLanes& d = receivers.distance_km;
  OwnSlopes slopes;
  slopes.receiver_y = receivers.antenna_m - c * d * d;
  slopes.to_receiver = (slopes.receiver_y - earth.origin_m()) / d;
  slopes.steepest = slopes.from_receiver = DoubleLanes::Constant(-std::numeric_limits<double>::infinity());
  slopes.steepest_at = slopes.from_receiver_at = DoubleLanes::Zero();
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const DoubleLanes number = DoubleLanes::Constant(static_cast<double>(k));
    const DoubleLanes y = height_m[k] - c * own.distance_km[k] * own.distance_km[k];
    const DoubleLanes from_tx = (y - earth.origin_m()) * own.per_km[k];
    const DoubleLanes from_rx = (y - slopes.receiver_y) * own.per_rest_km[k];
    slopes.to_sample[k] = from_tx;
    slopes.steepest_at = where_greater(from_tx, slopes.steepest, number, slopes.steepest_at);
    slopes.from_receiver_at = where_greater(slopes.from_receiver, from_rx, slopes.from_receiver_at, number);
    slopes.steepest = slopes.steepest.max(from_tx);
    slopes.from_receiver = slopes.from_receiver.max(from_rx);
  }
  return slopes;
}

}  // namespace phusong::propagation::sweep
