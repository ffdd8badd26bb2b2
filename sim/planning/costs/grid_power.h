#pragma once

#include <vector>

#include "sim/planning/cost_line.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// The power of a new station, and its cost.
struct PowerSupply {
  network::PowerSource source = network::PowerSource::kGrid;
  std::vector<CostLine> cost_lines;
};

/// Chooses the power of new stations. The scenario must outlive it.
class GridPower {
 public:
  explicit GridPower(const scenario::Scenario& scenario);

  /// Chooses the power of a station: within grid_reach_m of a hamlet with grid power the connection alone; beyond it
  /// the cheaper of a line to the nearest such hamlet with the connection, and solar power, by capex + opex_years ·
  /// opex.
  PowerSupply supply(gis::MapPoint station) const;

 private:
  const scenario::Scenario& scenario_;
  std::vector<gis::MapPoint> hamlets_;  ///< with grid power

  double distance_m(gis::MapPoint station) const;
};

}  // namespace phusong::planning
