#include "sim/coverage/tile_levels.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/coverage/cell_levels.h"

namespace phusong::coverage {

double distance_to_window_m(gis::MapPoint point, const gis::Grid& grid, const gis::GridWindow& window) {
  const gis::MapPoint north_west = grid.centre_of(window.first_column, window.first_row);
  const gis::MapPoint south_east =
      grid.centre_of(window.first_column + window.columns - 1, window.first_row + window.rows - 1);
  const double dx_m = std::max({north_west.x_m - point.x_m, point.x_m - south_east.x_m, 0.0});
  const double dy_m = std::max({south_east.y_m - point.y_m, point.y_m - north_west.y_m, 0.0});
  return std::hypot(dx_m, dy_m);
}

void TileLevels::compute(const AreaPathLoss& area, std::span<const Transmitter> transmitters,
                         const gis::GridWindow& window) {
  used_ = 0;
  paths_.assign(window.cell_count(), 0);
  gap_paths_.assign(window.cell_count(), 0);
  for (const Transmitter& transmitter : transmitters) {
    const double distance_m = distance_to_window_m(transmitter.position, grid_, window);
    if (transmitter.frequencies_within(distance_m).empty()) continue;
    area.compute(transmitter, window, losses_);
    add_transmitter(transmitter);
  }
  std::ranges::sort(std::span(layers_).first(used_), [&](const CellLayer& a, const CellLayer& b) {
    return network_.cells[a.cell].cell_id < network_.cells[b.cell].cell_id;
  });
}

CellLayer& TileLevels::next_layer(std::size_t cell) {
  if (used_ == layers_.size()) layers_.emplace_back();
  CellLayer& layer = layers_[used_++];
  layer.cell = cell;
  layer.level_dbm.assign(losses_.window.cell_count(), std::numeric_limits<float>::quiet_NaN());
  return layer;
}

void TileLevels::add_transmitter(const Transmitter& transmitter) {
  const std::size_t count = losses_.window.cell_count();
  distance_m_.resize(count);
  azimuth_deg_.resize(count);
  for (std::size_t k = 0; k < count; ++k) {
    if (std::isnan(losses_.departure_deg[k])) continue;
    ++paths_[k];
    gap_paths_[k] += losses_.crosses_void[k];
    const GridCell cell = cell_of(losses_.window, k);
    const gis::MapPoint at = grid_.centre_of(cell.column, cell.row), mast = transmitter.position;
    distance_m_[k] = std::hypot(at.x_m - mast.x_m, at.y_m - mast.y_m);
    azimuth_deg_[k] = grid_azimuth_deg(mast, at);
  }
  for (const TransmitterCell& from : transmitter.cells)
    add_cell(from);
}

void TileLevels::add_cell(const TransmitterCell& from) {
  CellLayer& layer = next_layer(from.cell);
  const std::vector<float>& loss_db = losses_.loss_db[from.carrier];
  for (std::size_t k = 0; k < loss_db.size(); ++k) {
    if (std::isnan(loss_db[k]) || distance_m_[k] > from.max_range_m) continue;
    const CellLevel level =
        level_of(network_.cells[from.cell], azimuth_deg_[k], static_cast<double>(losses_.departure_deg[k]),
                 static_cast<double>(loss_db[k]) + from.building_entry_db);
    layer.level_dbm[k] = static_cast<float>(level.level_dbm);
  }
}

std::vector<float> TileLevels::gap_shares() const {
  std::vector<float> shares(paths_.size(), std::numeric_limits<float>::quiet_NaN());
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (paths_[k] > 0) shares[k] = static_cast<float>(gap_paths_[k]) / static_cast<float>(paths_[k]);
  }
  return shares;
}

}  // namespace phusong::coverage
