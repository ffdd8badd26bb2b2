#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "propagation/antenna/directions.h"
#include "sim/coverage/path_loss_window.h"
#include "sim/coverage/stored_losses.h"
#include "sim/coverage/transmitters.h"
#include "sim/network/network.h"

namespace phusong::coverage {

/// The levels of one transmitter's cells over a tile, at some of its places. Arrays are reused from one to the next.
class TileLevels {
 public:
  TileLevels(const network::Network& network, const gis::Grid& grid) : network_(network), grid_(grid) {}

  /// Turns to a transmitter and a tile. The transmitter must outlive its use here.
  void begin(const Transmitter& transmitter, const StoredLosses& losses, const gis::GridWindow& tile);
  /// At each place of the tile: NaN where no path leads, and 1 where it has a void sample.
  std::span<const float> departure_deg() const { return paths_.departure_deg; }
  std::span<const std::uint8_t> crosses_void() const { return paths_.crosses_void; }

  /// Turns to one carrier.
  void turn_to(std::size_t carrier);
  /// Level of a cell of the carrier in its main lobe at each place of the tile: no antenna makes it stronger. NaN out
  /// of range.
  std::span<const float> main_lobe_dbm(const TransmitterCell& cell);
  /// Turns to some places of the tile.
  void select(std::span<const std::uint16_t> places);
  /// Level of the `i`-th of the transmitter's cells at the places selected, which has the carrier selected. NaN out of
  /// range.
  std::span<const float> level_dbm(std::size_t i);

 private:
  float before_loss_dbm(const TransmitterCell& from) const;
  const std::vector<float>& attenuations_db(std::size_t cell);

  const network::Network& network_;
  const gis::Grid& grid_;
  const Transmitter* transmitter_ = nullptr;
  const StoredLosses* losses_ = nullptr;
  PathLossWindow paths_;  ///< without losses
  std::size_t carrier_ = 0;
  std::vector<float> tile_loss_db_, main_lobe_dbm_;
  // At the places selected:
  std::vector<float> east_m_, north_m_, departure_deg_, loss_db_, level_dbm_;
  std::vector<double> squared_m2_;  ///< of the distances
  propagation::Directions directions_;
  /// By the transmitter's cells; empty where not asked for since the places were selected.
  std::vector<std::vector<float>> attenuation_db_;
};

}  // namespace phusong::coverage
