#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "sim/network/technology.h"

namespace phusong::scenario {

/// Correction by distance: slope_db_per_decade · log10(d / reference_km), with d held between the distances that were
/// measured.
struct DistanceSlope {
  double slope_db_per_decade = 0.0;
  double reference_km = 1.0;
  double min_km = 0.01, max_km = 1000.0;
};

/// What measurements say of the levels of a scenario: dB that are added to them. A path loss is left as it is.
struct Calibration {
  std::unordered_map<std::string, double> cell_db;  ///< by cell_id; a cell that is not there has 0
  network::PerTechnology<double> technology_db{{0.0, 0.0, 0.0, 0.0}};
  std::map<int, double> clutter_db;  ///< by the land-cover class at the receiver
  std::optional<DistanceSlope> distance;
  std::optional<double> location_sigma_db;  ///< stands for the location variability σ_L of P.1812
};

}  // namespace phusong::scenario
