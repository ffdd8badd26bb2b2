#include "sim/planning/costs/station_costs.h"

#include "sim/scenario/costs_table.h"

namespace phusong::planning {

StationCost station_cost(const scenario::Scenario& scenario, const GridPower& power, const CandidateSet& set,
                         const Candidate& candidate) {
  const scenario::PlanTables& tables = scenario.plan_tables;
  const CandidateSite& site = set.site_of(candidate);
  StationCost cost;
  const auto add = [&](std::string_view item, double quantity) {
    cost.cost_lines.push_back(cost_line(tables.cost_of(item), quantity));
  };
  if (site.kind == StationKind::kMast) add(scenario::mast_item(site.site.mast_height_m), 1.0);
  if (site.kind == StationKind::kPole) add("pole", 1.0);
  for (const network::Technology technology : candidate.technologies)
    add(scenario::radio_item(technology), 1.0);
  if (site.is_colocation) add("colocation", 1.0);
  if (site.kind == StationKind::kUpgrade) return cost;
  if (site.road_km.value_or(0.0) > 0.0) add("access_road_per_km", *site.road_km);
  PowerSupply supply = power.supply(site.site.position);
  cost.power = supply.source;
  cost.cost_lines.insert(cost.cost_lines.end(), supply.cost_lines.begin(), supply.cost_lines.end());
  return cost;
}

}  // namespace phusong::planning
