#pragma once

#include <vector>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/area_path_loss.h"
#include "sim/coverage/stored_losses.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// P.1812 or ITM over whole discs by ray sweeps, swept once for an area and kept in memory while its tiles are made.
class SweepAreaPathLoss final : public AreaPathLoss {
 public:
  /// Only for models that has_ray_sweep() names.
  SweepAreaPathLoss(const gis::Terrain& terrain, const gis::WorkingCrs& crs, const scenario::Options& options);

  std::size_t bytes_for(std::span<const Transmitter> transmitters, const gis::GridWindow& area) const override;
  /// Sweeps masts and parts of discs over all threads; the same result for any number of them.
  void prepare(std::span<const Transmitter> transmitters, const gis::GridWindow& area, Progress& progress) override;
  void compute(const Transmitter& transmitter, const gis::GridWindow& window, PathLossWindow& result) const override;

 private:
  const gis::Terrain& terrain_;
  const scenario::Options& options_;
  std::vector<double> row_latitude_deg_;
  std::span<const Transmitter> transmitters_;
  std::vector<StoredLosses> stored_;  ///< one a transmitter
};

}  // namespace phusong::coverage
