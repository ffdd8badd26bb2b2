#pragma once

#include "gis/crs.h"
#include "sim/coverage/disc_path_loss.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// Path loss over whole discs by an exact path to the centre of every cell.
class ExactDiscPathLoss final : public DiscPathLoss {
 public:
  /// `store` may be null.
  ExactDiscPathLoss(const gis::Terrain& terrain, const gis::WorkingCrs& crs, const scenario::Options& options,
                    PathLossStore* store);
};

}  // namespace phusong::coverage
