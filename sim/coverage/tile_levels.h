#pragma once

#include <span>
#include <vector>

#include "propagation/antenna/directions.h"
#include "sim/coverage/area_path_loss.h"
#include "sim/network/network.h"

namespace phusong::coverage {

/// A cell of a grid by its place.
struct GridCell {
  int column = 0;
  int row = 0;
};

/// The k-th cell of a window, row-major from its north-west.
inline GridCell cell_of(const gis::GridWindow& window, std::size_t k) {
  const int offset = static_cast<int>(k);
  return {.column = window.first_column + offset % window.columns, .row = window.first_row + offset / window.columns};
}

/// The level of one cell over a tile, NaN where it is out of range.
struct CellLayer {
  std::size_t cell = 0;
  std::vector<float> level_dbm;
};

/// The levels of every cell in range of a tile, and the terrain gaps of the paths. Arrays are reused from tile to tile.
class TileLevels {
 public:
  TileLevels(const network::Network& network, const gis::Grid& grid) : network_(network), grid_(grid) {}

  /// Follows all transmitters in range of the window.
  void compute(const AreaPathLoss& area, std::span<const Transmitter> transmitters, const gis::GridWindow& window);

  /// Of the last window; sorted by cell_id in byte order.
  std::span<const CellLayer> layers() const { return std::span(layers_).first(used_); }
  /// Share of the paths to each cell of the window that have a void sample; NaN where there is no path.
  std::vector<float> gap_shares() const;

 private:
  void add_transmitter(const Transmitter& transmitter);
  void look_around(gis::MapPoint mast);
  void count_paths();
  void add_cell(const Transmitter& transmitter, const TransmitterCell& from);
  CellLayer& next_layer(std::size_t cell);

  const network::Network& network_;
  const gis::Grid& grid_;
  PathLossWindow losses_;  ///< of the transmitter that is being added, as is all down to the attenuations
  std::vector<float> east_m_, north_m_;
  std::vector<double> squared_m2_;  ///< of the distances
  propagation::Directions directions_;
  /// In the directions of the tile, by the transmitter's cells; those with the antenna of a cell before have none.
  std::vector<std::vector<float>> attenuation_db_;
  std::vector<CellLayer> layers_;
  std::size_t used_ = 0;
  std::vector<int> paths_, gap_paths_;
};

/// Distance in metres from a point to the nearest cell centre of a window.
double distance_to_window_m(gis::MapPoint point, const gis::Grid& grid, const gis::GridWindow& window);

}  // namespace phusong::coverage
