#include "sim/coverage/exact_area_path_loss.h"

#include <algorithm>
#include <cmath>

#include "sim/coverage/path_engine.h"

namespace phusong::coverage {

ExactAreaPathLoss::ExactAreaPathLoss(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                     const scenario::Options& options)
    : terrain_(terrain), options_(options) {
  const gis::Grid& grid = terrain.grid();
  for (int row = 0; row < grid.rows; ++row) {
    const gis::MapPoint middle{grid.x_of_column(0.5 * (grid.columns - 1)), grid.y_of_row(row)};
    row_latitude_deg_.push_back(crs.to_lon_lat(middle).lat_deg);
  }
}

void ExactAreaPathLoss::compute(const Transmitter& transmitter, const gis::GridWindow& window,
                                PathLossWindow& result) const {
  const gis::Grid& grid = terrain_.grid();
  PathEngine paths(terrain_, options_);
  std::vector<double> losses_db(transmitter.frequencies_mhz.size());
  result.reset(window, losses_db.size());
  for (int i = 0; i < window.rows; ++i) {
    const int row = window.first_row + i;
    PathEnds ends{.mast = transmitter.position,
                  .mast_height_m = transmitter.antenna_height_agl_m,
                  .receiver_height_m = options_.propagation.receiver_height_m,
                  .latitude_deg = 0.5 * (transmitter.latitude_deg + row_latitude_deg_[static_cast<std::size_t>(row)])};
    for (int j = 0; j < window.columns; ++j) {
      ends.receiver = grid.centre_of(window.first_column + j, row);
      const double distance_m = gis::distance_m(ends.mast, ends.receiver);
      const auto frequencies_mhz = transmitter.frequencies_within(distance_m);
      PathGeometry geometry;
      if (frequencies_mhz.empty() || !paths.evaluate(ends, frequencies_mhz, geometry, losses_db)) continue;
      const std::size_t k =
          static_cast<std::size_t>(i) * static_cast<std::size_t>(window.columns) + static_cast<std::size_t>(j);
      result.departure_deg[k] = static_cast<float>(geometry.departure_deg);
      result.crosses_void[k] = geometry.crosses_void ? 1 : 0;
      for (std::size_t f = 0; f < frequencies_mhz.size(); ++f) {
        result.loss_db[f][k] = static_cast<float>(losses_db[f]);
      }
    }
  }
}

}  // namespace phusong::coverage
