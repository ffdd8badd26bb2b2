#pragma once

#include "gis/crs.h"
#include "sim/coverage/disc_path_loss.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// By ray sweeps where the scenario's model has them, else by exact paths. `store` may be null; all must outlive the
/// result.
DiscPathLoss make_disc_path_loss(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                 const scenario::Options& options, PathLossStore* store = nullptr);

}  // namespace phusong::coverage
