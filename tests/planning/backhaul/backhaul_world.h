#pragma once

#include "sim/planning/backhaul/backhaul.h"
#include "tests/coverage/tiny_world.h"

namespace phusong::tests {

/// A scenario over a surface model without vegetation, with round costs: fibre 10 a km, a hop 100, a relay 150 + 50, a
/// satellite terminal 1000; no opex.
scenario::Scenario backhaul_scenario();
void set_cost(scenario::Scenario& scenario, const std::string& name, double cost);

planning::BackhaulNode node_at(const scenario::Scenario& scenario, const std::string& id, gis::MapPoint position,
                               double mast_height_m = 30.0);
network::Site& add_mast(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position,
                        network::Backhaul backhaul, const std::string& operator_name = "A");
/// A row of the table of fibre nodes.
void add_fibre_node(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position);

/// 20 km of flat ground at 100 m with a ridge across the middle, from south to north.
gis::Terrain ridge_terrain(float ridge_m);

}  // namespace phusong::tests
