#include "propagation/sweep/ray_sweep.h"

namespace phusong::propagation::sweep {

void resize(std::vector<RayLosses>& losses, const LossCounts& counts) {
  losses.resize(counts.antennas);
  for (RayLosses& of_antenna : losses) {
    of_antenna.departure_rad.resize(counts.receivers);
    of_antenna.loss_db.resize(counts.frequencies);
    for (auto& values : of_antenna.loss_db)
      values.resize(counts.receivers);
  }
}

}  // namespace phusong::propagation::sweep
