#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "propagation/antenna/directions.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/path_loss_window.h"
#include "sim/coverage/stored_losses.h"
#include "sim/coverage/transmitters.h"
#include "sim/network/network.h"

namespace phusong::coverage {

/// The levels of one transmitter's cells over a tile, at some of its places. Arrays are reused from one to the next.
class TileLevels {
 public:
  /// All three must outlive it.
  TileLevels(const network::Network& network, const gis::Grid& grid, const LevelCorrection& correction)
      : network_(network), grid_(grid), correction_(correction) {}
  TileLevels(const TileLevels&) = delete;
  TileLevels& operator=(const TileLevels&) = delete;

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
  /// Whether the carrier's level anywhere in the tile is as high as `level_dbm` in the main lobe of a cell.
  bool reaches(const TransmitterCell& cell, double level_dbm) const;
  /// Turns to some places of the tile, or to all of it. What antennas do over all of it is worked out once for all
  /// carriers.
  void select(std::span<const std::uint16_t> places);
  void select_all();
  /// Level of the `i`-th of the transmitter's cells at the places selected, which has the carrier selected. NaN out of
  /// range.
  std::span<const float> level_dbm(std::size_t i);
  /// The last of these levels at some places, where all of the tile is selected.
  std::span<const float> last_level_at(std::span<const std::uint16_t> places);

 private:
  /// Places as the transmitter's antennas see them.
  struct Seen {
    std::vector<float> east_m, north_m, departure_deg;
    std::vector<double> squared_m2;  ///< of the distances
    propagation::Directions directions;
    /// By the transmitter's cells; empty where not asked for yet.
    std::vector<std::vector<float>> attenuation_db;
  };
  void resize(Seen& seen, std::size_t places) const;
  void set_place(Seen& seen, std::size_t i, std::size_t place) const;
  static void set_directions(Seen& seen);
  float before_loss_dbm(const TransmitterCell& from) const;
  void set_path_corrections(const gis::GridWindow& tile);
  const std::vector<float>& attenuations_db(std::size_t cell);

  const network::Network& network_;
  const gis::Grid& grid_;
  const LevelCorrection& correction_;
  const Transmitter* transmitter_ = nullptr;
  const StoredLosses* losses_ = nullptr;
  PathLossWindow paths_;  ///< without losses
  std::size_t carrier_ = 0;
  std::vector<float> tile_loss_db_;        ///< less the correction of the path
  std::vector<float> path_correction_db_;  ///< empty where none depends on the path
  std::vector<float> main_lobe_dbm_;
  Seen some_, all_;
  bool all_is_seen_ = false;  ///< `all_` is of this transmitter and tile
  // At the places selected:
  Seen* selected_ = &some_;
  std::span<const float> loss_db_;
  std::vector<float> level_dbm_;
  std::vector<float> selected_loss_db_, level_at_dbm_;
};

}  // namespace phusong::coverage
