#pragma once

#include "gis/coordinates.h"
#include "gis/terrain.h"
#include "sim/network/cell.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// The calibration of a scenario as dB that are added to a level. Everything is 0 in a scenario without one. Terrain
/// and options must outlive it.
class LevelCorrection {
 public:
  LevelCorrection(const gis::Terrain& terrain, const scenario::Options& options);

  /// Whether a path has a part in it, by its length and where it ends.
  bool depends_on_path() const { return depends_on_path_; }
  /// Returns the part of every level of the cell: its own offset and that of its technology.
  double of_cell_db(const network::Cell& cell) const;
  /// Returns the part of every level at the end of a path of that length: the clutter class at the receiver and the
  /// slope with distance.
  double of_path_db(gis::MapPoint receiver, double distance_m) const;
  /// Returns both for the level of a cell whose antenna stands at `mast`.
  double total_db(const network::Cell& cell, gis::MapPoint mast, gis::MapPoint receiver) const;

 private:
  const gis::Terrain& terrain_;
  const scenario::Calibration& corrections_;
  bool depends_on_path_;
};

}  // namespace phusong::coverage
