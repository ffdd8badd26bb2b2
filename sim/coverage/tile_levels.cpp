#include "sim/coverage/tile_levels.h"

#include <algorithm>
#include <cmath>
#include <limits>

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
  layer.level_dbm.resize(losses_.window.cell_count());
  return layer;
}

void TileLevels::add_transmitter(const Transmitter& transmitter) {
  count_paths();
  look_around(transmitter.position);
  const std::vector<TransmitterCell>& cells = transmitter.cells;
  attenuation_db_.resize(std::max(attenuation_db_.size(), cells.size()));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].antenna == i) {  // else one before has the same antenna
      attenuation_db_[i].resize(directions_.size());
      directions_.attenuations_db(network_.cells[cells[i].cell].antenna, attenuation_db_[i]);
    }
    add_cell(transmitter, cells[i]);
  }
}

void TileLevels::count_paths() {
  for (std::size_t k = 0; k < paths_.size(); ++k) {
    paths_[k] += std::isnan(losses_.departure_deg[k]) ? 0 : 1;
    gap_paths_[k] += losses_.crosses_void[k];
  }
}

void TileLevels::look_around(gis::MapPoint mast) {
  const gis::GridWindow& window = losses_.window;
  east_m_.resize(window.cell_count());
  north_m_.resize(window.cell_count());
  squared_m2_.resize(window.cell_count());
  std::size_t k = 0;
  for (int row = 0; row < window.rows; ++row) {
    const double north_m = grid_.y_of_row(window.first_row + row) - mast.y_m;
    for (int column = 0; column < window.columns; ++column, ++k) {
      const double east_m = grid_.x_of_column(window.first_column + column) - mast.x_m;
      east_m_[k] = static_cast<float>(east_m);
      north_m_[k] = static_cast<float>(north_m);
      squared_m2_[k] = east_m * east_m + north_m * north_m;
    }
  }
  directions_.set(east_m_, north_m_, losses_.departure_deg);
}

void TileLevels::add_cell(const Transmitter& transmitter, const TransmitterCell& from) {
  const network::Cell& cell = network_.cells[from.cell];
  const std::vector<float>& lost_db = attenuation_db_[from.antenna];
  CellLayer& layer = next_layer(from.cell);
  const float before_loss_dbm =
      static_cast<float>(cell.eirp_dbm + cell.reference_power_offset_db - from.building_entry_db);
  const float* const loss_db = losses_.loss_db[from.carrier].data();
  for (std::size_t k = 0; k < lost_db.size(); ++k)
    layer.level_dbm[k] = before_loss_dbm - lost_db[k] - loss_db[k];  // NaN beyond the carrier's range
  if (from.max_range_m >= transmitter.carrier_range_m[from.carrier]) return;
  const double most_m2 = from.max_range_m * from.max_range_m;
  for (std::size_t k = 0; k < lost_db.size(); ++k)
    if (squared_m2_[k] > most_m2) layer.level_dbm[k] = std::numeric_limits<float>::quiet_NaN();
}

std::vector<float> TileLevels::gap_shares() const {
  std::vector<float> shares(paths_.size(), std::numeric_limits<float>::quiet_NaN());
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (paths_[k] > 0) shares[k] = static_cast<float>(gap_paths_[k]) / static_cast<float>(paths_[k]);
  }
  return shares;
}

}  // namespace phusong::coverage
