#include "sim/coverage/make_disc_path_loss.h"

#include "propagation/sweep/ray_sweep.h"
#include "sim/coverage/exact_disc_engine.h"
#include "sim/coverage/sweep_disc_engine.h"

namespace phusong::coverage {

DiscPathLoss make_disc_path_loss(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                 const scenario::Options& options, PathLossStore* store) {
  const bool is_swept = propagation::sweep::has_ray_sweep(options.propagation.settings.model);
  return DiscPathLoss(
      terrain, is_swept ? sweep_disc_engines(terrain, crs, options) : exact_disc_engines(terrain, crs, options), store);
}

}  // namespace phusong::coverage
