#pragma once

#include "gis/terrain.h"
#include "sim/network/cell.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// Turns levels into probabilities: what a receiver at a place needs beside the level of its cell.
class ServiceQuality {
 public:
  ServiceQuality(const gis::Terrain& terrain, const scenario::Options& options)
      : terrain_(terrain), options_(options) {}

  /// σ_L of P.1812's location variability at the receiver, w_a = location_variability_cell_m, or that of the scenario's
  /// calibration; 0 over sea.
  double sigma_location_db(const network::Cell& cell, gis::MapPoint receiver) const;
  /// Of the level there: σ_L with the model's and the building's.
  double sigma_db(const network::Cell& cell, gis::MapPoint receiver) const;
  /// The level from which the cell covers the place.
  double covering_level_dbm(const network::Cell& cell, gis::MapPoint receiver) const;
  /// Probability that the level exceeds its technology's threshold.
  double probability(const network::Cell& cell, gis::MapPoint receiver, double level_dbm) const;

 private:
  const gis::Terrain& terrain_;
  const scenario::Options& options_;
};

}  // namespace phusong::coverage
