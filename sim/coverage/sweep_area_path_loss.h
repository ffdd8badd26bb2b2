#pragma once

#include <vector>

#include "gis/crs.h"
#include "sim/coverage/disc_path_loss.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// P.1812 or ITM over whole discs by ray sweeps.
class SweepAreaPathLoss final : public DiscPathLoss {
 public:
  /// Only for models that has_ray_sweep() names. `store` may be null.
  SweepAreaPathLoss(const gis::Terrain& terrain, const gis::WorkingCrs& crs, const scenario::Options& options,
                    PathLossStore* store = nullptr);
};

}  // namespace phusong::coverage
