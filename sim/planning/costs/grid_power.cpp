#include "sim/planning/costs/grid_power.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong::planning {

GridPower::GridPower(const scenario::Scenario& scenario) : scenario_(scenario) {
  for (const network::Hamlet& hamlet : scenario.network.hamlets) {
    if (hamlet.grid_power) hamlets_.push_back(hamlet.position);
  }
}

double GridPower::distance_m(gis::MapPoint station) const {
  double nearest_m = std::numeric_limits<double>::infinity();
  for (const gis::MapPoint& hamlet : hamlets_)
    nearest_m = std::min(nearest_m, gis::distance_m(hamlet, station));
  return nearest_m;
}

PowerSupply GridPower::supply(gis::MapPoint station) const {
  const scenario::PlanTables& tables = scenario_.plan_tables;
  const scenario::PlanOptions& plan = scenario_.options.plan;
  const double far_m = distance_m(station);
  PowerSupply grid{.source = network::PowerSource::kGrid,
                   .cost_lines = {cost_line(tables.cost_of("grid_connection"), 1.0)}};
  if (far_m <= plan.grid_reach_m) return grid;
  PowerSupply solar{.source = network::PowerSource::kSolar,
                    .cost_lines = {cost_line(tables.cost_of("solar_power"), 1.0)}};
  if (std::isinf(far_m)) return solar;
  grid.cost_lines.push_back(cost_line(tables.cost_of("grid_line_per_km"), far_m / 1000.0));
  const auto objective = [&plan](const PowerSupply& supply) {
    return total(supply.cost_lines).objective_million_vnd(plan.opex_years);
  };
  return objective(grid) <= objective(solar) ? grid : solar;
}

}  // namespace phusong::planning
