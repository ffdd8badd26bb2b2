#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gis/terrain.h"
#include "sim/planning/plan.h"
#include "tests/coverage/tiny_world.h"

namespace phusong::tests {

/// 24 × 24 km of parallel ridges, 250 m high and 4 km apart, in cells of 200 m.
gis::Terrain ridged_terrain();

/// A scenario on it with the program's assumptions of equipment and costs, one connected mast of operator A with fibre
/// that serves the valley in the west, and candidates only where a test adds them.
scenario::Scenario ridged_scenario();

/// A hamlet of so many people with grid power.
void add_hamlet_at(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position, int population = 100,
                   const std::string& commune = "");

/// A row of the candidates table: a mast of 30 m unless it is a pole.
void add_candidate(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position,
                   scenario::EquipmentKind kind = scenario::EquipmentKind::kMast);

/// Whose network is built.
void plan_for(scenario::Scenario& scenario, const std::string& operator_name);

/// Six hamlets in the valleys and seven candidates, some of which see into two valleys.
scenario::Scenario valleys_and_candidates();

/// A plan of stations.
planning::StationPlan make_plan_of(const scenario::Scenario& scenario, const gis::Terrain& terrain);

/// Whether 4G serves each point (hamlet, number) with these candidates of a plan built, by the coverage stage.
std::map<std::pair<std::size_t, int>, bool> service_with(const scenario::Scenario& scenario,
                                                         const gis::Terrain& terrain, const planning::StationPlan& plan,
                                                         const std::vector<std::size_t>& candidates);

/// Hamlets covered with these candidates of a plan built, by the coverage stage.
std::size_t hamlets_covered_with(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                 const planning::StationPlan& plan, const std::vector<std::size_t>& candidates);

}  // namespace phusong::tests
