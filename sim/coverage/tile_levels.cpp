#include "sim/coverage/tile_levels.h"

#include <limits>

#include "sim/coverage/tiles.h"

namespace phusong::coverage {

void TileLevels::begin(const Transmitter& transmitter, const StoredLosses& losses, const gis::GridWindow& tile) {
  transmitter_ = &transmitter;
  losses_ = &losses;
  paths_.resize(tile, 0);
  losses.unpack_paths(tile, paths_.departure_deg, paths_.crosses_void);
  tile_loss_db_.resize(tile.cell_count());
  main_lobe_dbm_.resize(tile.cell_count());
  attenuation_db_.resize(transmitter.cells.size());
}

void TileLevels::turn_to(std::size_t carrier) {
  carrier_ = carrier;
  losses_->unpack_losses(paths_.window, carrier, tile_loss_db_);
}

float TileLevels::before_loss_dbm(const TransmitterCell& from) const {
  const network::Cell& cell = network_.cells[from.cell];
  return static_cast<float>(cell.eirp_dbm + cell.reference_power_offset_db - from.building_entry_db);
}

std::span<const float> TileLevels::main_lobe_dbm(const TransmitterCell& cell) {
  const float before_dbm = before_loss_dbm(cell);
  for (std::size_t k = 0; k < main_lobe_dbm_.size(); ++k)
    main_lobe_dbm_[k] = before_dbm - tile_loss_db_[k];
  return main_lobe_dbm_;
}

void TileLevels::select(std::span<const std::uint16_t> places) {
  for (std::vector<float>* values : {&east_m_, &north_m_, &departure_deg_, &loss_db_, &level_dbm_})
    values->resize(places.size());
  squared_m2_.resize(places.size());
  const gis::MapPoint mast = transmitter_->position;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const GridCell place = cell_of(paths_.window, places[i]);
    const double east_m = grid_.x_of_column(place.column) - mast.x_m, north_m = grid_.y_of_row(place.row) - mast.y_m;
    east_m_[i] = static_cast<float>(east_m);
    north_m_[i] = static_cast<float>(north_m);
    squared_m2_[i] = east_m * east_m + north_m * north_m;
    departure_deg_[i] = paths_.departure_deg[places[i]];
    loss_db_[i] = tile_loss_db_[places[i]];
  }
  directions_.set(east_m_, north_m_, departure_deg_);
  for (std::vector<float>& attenuations : attenuation_db_)
    attenuations.clear();
}

const std::vector<float>& TileLevels::attenuations_db(std::size_t cell) {
  std::vector<float>& found = attenuation_db_[transmitter_->cells[cell].antenna];
  if (found.size() != directions_.size()) {
    found.resize(directions_.size());
    directions_.attenuations_db(network_.cells[transmitter_->cells[cell].cell].antenna, found);
  }
  return found;
}

std::span<const float> TileLevels::level_dbm(std::size_t i) {
  const TransmitterCell& from = transmitter_->cells[i];
  const std::vector<float>& lost_db = attenuations_db(i);
  const float before_dbm = before_loss_dbm(from);
  for (std::size_t k = 0; k < lost_db.size(); ++k)
    level_dbm_[k] = before_dbm - lost_db[k] - loss_db_[k];
  if (from.max_range_m < transmitter_->carrier_range_m[carrier_]) {
    const double most_m2 = from.max_range_m * from.max_range_m;
    for (std::size_t k = 0; k < lost_db.size(); ++k)
      if (squared_m2_[k] > most_m2) level_dbm_[k] = std::numeric_limits<float>::quiet_NaN();
  }
  return level_dbm_;
}

}  // namespace phusong::coverage
