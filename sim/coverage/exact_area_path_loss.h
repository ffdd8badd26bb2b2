#pragma once

#include <vector>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/path_loss_window.h"
#include "sim/coverage/transmitters.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// An exact point-to-point path to the centre of every cell.
class ExactAreaPathLoss {
 public:
  ExactAreaPathLoss(const gis::Terrain& terrain, const gis::WorkingCrs& crs, const scenario::Options& options);

  /// Fills `result` for `window`; its arrays are resized and reused. Safe to call from several threads at once.
  void compute(const Transmitter& transmitter, const gis::GridWindow& window, PathLossWindow& result) const;

 private:
  const gis::Terrain& terrain_;
  const scenario::Options& options_;
  std::vector<double> row_latitude_deg_;  ///< at the middle of each row; a row's latitudes differ by less than 0.01°
};

}  // namespace phusong::coverage
