#pragma once

#include <vector>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/area_path_loss.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// An exact point-to-point path to the centre of every cell.
class ExactAreaPathLoss final : public AreaPathLoss {
 public:
  ExactAreaPathLoss(const gis::Terrain& terrain, const gis::WorkingCrs& crs, const scenario::Options& options);

  void compute(const Transmitter& transmitter, const gis::GridWindow& window, PathLossWindow& result) const override;

 private:
  const gis::Terrain& terrain_;
  const scenario::Options& options_;
  std::vector<double> row_latitude_deg_;  ///< at the middle of each row; a row's latitudes differ by less than 0.01°
};

}  // namespace phusong::coverage
