#include "tests/planning/backhaul/backhaul_world.h"

#include <cmath>

namespace phusong::tests {

scenario::Scenario backhaul_scenario() {
  scenario::Scenario scenario = empty_scenario();
  scenario.options.terrain.elevation_kind = scenario::ElevationKind::kSurface;
  scenario.options.backhaul.fibre_route_factor = 1.0;
  scenario.options.plan.mast_heights_m = {42.0, 30.0};
  const auto item = [&scenario](const char* name, double cost) {
    scenario.plan_tables.costs.push_back({.item = name, .unit = "", .cost_million_vnd = cost});
  };
  item("fibre_per_km", 10.0);
  item("microwave_hop", 100.0);
  item("satellite_terminal", 1000.0);
  item("mast_30m", 150.0);
  item("mast_42m", 250.0);
  item("solar_power", 50.0);
  return scenario;
}

void set_cost(scenario::Scenario& scenario, const std::string& name, double cost) {
  for (scenario::CostItem& item : scenario.plan_tables.costs) {
    if (item.item == name) item.cost_million_vnd = cost;
  }
}

planning::BackhaulNode node_at(const scenario::Scenario& scenario, const std::string& id, gis::MapPoint position,
                               double mast_height_m) {
  return {.id = id, .position = position, .lon_lat = scenario.crs.to_lon_lat(position), .mast_height_m = mast_height_m};
}

network::Site& add_mast(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position,
                        network::Backhaul backhaul, const std::string& operator_name) {
  network::Site& site = scenario.network.sites[add_site(scenario, id, position, operator_name)];
  site.backhaul = backhaul;
  return site;
}

void add_fibre_node(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position) {
  auto& nodes = scenario.plan_tables.fibre_nodes;
  if (!nodes) nodes.emplace();
  nodes->push_back({.node_id = id, .lon_lat = scenario.crs.to_lon_lat(position), .position = position});
}

gis::Terrain ridge_terrain(float ridge_m) {
  return make_terrain(200, 100.0,
                      [ridge_m](double x_m, double) { return std::abs(x_m - 10000.0) < 300.0 ? ridge_m : 100.0F; });
}

}  // namespace phusong::tests
