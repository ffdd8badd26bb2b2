#include "sim/planning/backhaul/backhaul_costs.h"

#include <algorithm>

#include "sim/scenario/costs_table.h"

namespace phusong::planning {
namespace {

const scenario::CostItem& lowest_mast(const scenario::Scenario& scenario) {
  const double height_m = std::ranges::min(scenario.options.plan.mast_heights_m);
  return scenario.plan_tables.cost_of(scenario::mast_item(height_m));
}

}  // namespace

BackhaulCosts::BackhaulCosts(const scenario::Scenario& scenario)
    : fibre_per_km(scenario.plan_tables.cost_of("fibre_per_km")),
      microwave_hop(scenario.plan_tables.cost_of("microwave_hop")),
      satellite_terminal(scenario.plan_tables.cost_of("satellite_terminal")),
      relay_mast(lowest_mast(scenario)),
      relay_power(scenario.plan_tables.cost_of("solar_power")),
      opex_years(scenario.options.plan.opex_years) {}

double BackhaulCosts::objective(const scenario::CostItem& item) const {
  return item.cost_million_vnd + opex_years * item.opex_million_vnd_per_year;
}

}  // namespace phusong::planning
