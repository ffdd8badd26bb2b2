#include "sim/coverage/tile_levels.h"

#include <limits>

#include "propagation/level_power.h"
#include "sim/coverage/tiles.h"

namespace phusong::coverage {

void TileLevels::begin(const Transmitter& transmitter, const StoredLosses& losses, const gis::GridWindow& tile) {
  transmitter_ = &transmitter;
  losses_ = &losses;
  paths_.resize(tile, 0);
  losses.unpack_paths(tile, paths_.departure_deg, paths_.crosses_void);
  tile_loss_db_.resize(tile.cell_count());
  main_lobe_dbm_.resize(tile.cell_count());
  all_is_seen_ = false;
  if (correction_.depends_on_path()) set_path_corrections(tile);
}

void TileLevels::set_path_corrections(const gis::GridWindow& tile) {
  path_correction_db_.resize(tile.cell_count());
  for (std::size_t k = 0; k < path_correction_db_.size(); ++k) {
    const GridCell cell = cell_of(tile, k);
    const gis::MapPoint place = grid_.centre_of(cell.column, cell.row);
    path_correction_db_[k] =
        static_cast<float>(correction_.of_path_db(place, gis::distance_m(place, transmitter_->position)));
  }
}

void TileLevels::turn_to(std::size_t carrier) {
  carrier_ = carrier;
  losses_->unpack_losses(paths_.window, carrier, tile_loss_db_);
  for (std::size_t k = 0; k < path_correction_db_.size(); ++k)
    tile_loss_db_[k] -= path_correction_db_[k];
}

float TileLevels::before_loss_dbm(const TransmitterCell& from) const {
  const network::Cell& cell = network_.cells[from.cell];
  return static_cast<float>(cell.eirp_dbm + cell.reference_power_offset_db - from.building_entry_db +
                            correction_.of_cell_db(cell));
}

std::span<const float> TileLevels::main_lobe_dbm(const TransmitterCell& cell) {
  const float before_dbm = before_loss_dbm(cell);
  for (std::size_t k = 0; k < main_lobe_dbm_.size(); ++k)
    main_lobe_dbm_[k] = before_dbm - tile_loss_db_[k];
  return main_lobe_dbm_;
}

bool TileLevels::reaches(const TransmitterCell& cell, double level_dbm) const {
  return propagation::any_within(tile_loss_db_, before_loss_dbm(cell) - static_cast<float>(level_dbm));
}

void TileLevels::resize(Seen& seen, std::size_t places) const {
  for (std::vector<float>* values : {&seen.east_m, &seen.north_m, &seen.departure_deg})
    values->resize(places);
  seen.squared_m2.resize(places);
  seen.attenuation_db.resize(transmitter_->cells.size());
}

void TileLevels::set_place(Seen& seen, std::size_t i, std::size_t place) const {
  const GridCell cell = cell_of(paths_.window, place);
  const double east_m = grid_.x_of_column(cell.column) - transmitter_->position.x_m;
  const double north_m = grid_.y_of_row(cell.row) - transmitter_->position.y_m;
  seen.east_m[i] = static_cast<float>(east_m);
  seen.north_m[i] = static_cast<float>(north_m);
  seen.squared_m2[i] = east_m * east_m + north_m * north_m;
  seen.departure_deg[i] = paths_.departure_deg[place];
}

void TileLevels::set_directions(Seen& seen) {
  seen.directions.set(seen.east_m, seen.north_m, seen.departure_deg);
  for (std::vector<float>& attenuations : seen.attenuation_db)
    attenuations.clear();
}

void TileLevels::select(std::span<const std::uint16_t> places) {
  resize(some_, places.size());
  selected_loss_db_.resize(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    set_place(some_, i, places[i]);
    selected_loss_db_[i] = tile_loss_db_[places[i]];
  }
  set_directions(some_);
  selected_ = &some_;
  loss_db_ = selected_loss_db_;
  level_dbm_.resize(places.size());
}

void TileLevels::select_all() {
  const std::size_t count = tile_loss_db_.size();
  if (!all_is_seen_) {
    resize(all_, count);
    for (std::size_t i = 0; i < count; ++i)
      set_place(all_, i, i);
    set_directions(all_);
    all_is_seen_ = true;
  }
  selected_ = &all_;
  loss_db_ = tile_loss_db_;
  level_dbm_.resize(count);
}

const std::vector<float>& TileLevels::attenuations_db(std::size_t cell) {
  std::vector<float>& found = selected_->attenuation_db[transmitter_->cells[cell].antenna];
  if (found.size() != selected_->directions.size()) {
    found.resize(selected_->directions.size());
    selected_->directions.attenuations_db(network_.cells[transmitter_->cells[cell].cell].antenna, found);
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
      if (selected_->squared_m2[k] > most_m2) level_dbm_[k] = std::numeric_limits<float>::quiet_NaN();
  }
  return level_dbm_;
}

std::span<const float> TileLevels::last_level_at(std::span<const std::uint16_t> places) {
  level_at_dbm_.resize(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    level_at_dbm_[i] = level_dbm_[places[i]];
  return level_at_dbm_;
}

}  // namespace phusong::coverage
