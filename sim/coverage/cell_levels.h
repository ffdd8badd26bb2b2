#pragma once

#include "gis/coordinates.h"
#include "sim/network/cell.h"

namespace phusong::coverage {

/// Grid azimuth in degrees, 0 … 360 clockwise from grid north, from one point to another.
double grid_azimuth_deg(gis::MapPoint from, gis::MapPoint to);

/// Level of a cell where its path loss is known.
struct CellLevel {
  double pattern_db = 0.0;  ///< gain relative to the maximum, ≤ 0
  double level_dbm = 0.0;
};

/// `attenuation_db`: of the cell's antenna in the direction of the path. `loss_db`: path loss, with building entry
/// where the scenario judges indoors. `correction_db`: that of LevelCorrection.
CellLevel level_of(const network::Cell& cell, double attenuation_db, double loss_db, double correction_db);

}  // namespace phusong::coverage
