#pragma once

#include <stdexcept>

#include "sim/planning/backhaul/finder.h"
#include "sim/planning/backhaul/shared_forest.h"
#include "tests/planning/backhaul/backhaul_world.h"

namespace phusong::tests {

/// Stations in a forest of their stand-alone routes, none of them inserted yet.
class ForestWorld {
 public:
  ForestWorld(scenario::Scenario the_scenario, gis::Terrain the_terrain, std::vector<planning::BackhaulNode> stations,
              std::vector<planning::BackhaulNode> relay_locations = {})
      : scenario(std::move(the_scenario)),
        terrain(std::move(the_terrain)),
        finder(scenario, terrain, std::move(relay_locations)),
        forest(finder.graph(), stations, finder.cheapest_routes(stations, progress)) {}

  scenario::Scenario scenario;
  gis::Terrain terrain;
  progress::Progress progress;
  planning::BackhaulFinder finder;
  planning::SharedForest forest;

  const planning::RoutingGraph& ground() const { return finder.graph(); }

  /// The last node of that id: a mast with fibre comes after the fibre node there.
  planning::ForestIndex node(const std::string& id) const {
    for (planning::ForestIndex index = forest.size(); index-- > 0;)
      if (forest.backhaul_node(index).id == id) return index;
    throw std::out_of_range(id);
  }

  void hop(const std::string& from, const std::string& to) {
    forest.attach(node(from), {.medium = planning::Medium::kMicrowave, .parent = node(to)});
  }
  void fibre(const std::string& from, const std::string& to, double fibre_km) {
    forest.attach(node(from), {.medium = planning::Medium::kFibre, .parent = node(to), .fibre_km = fibre_km});
  }
  void satellite(const std::string& from) { forest.attach(node(from), {.medium = planning::Medium::kSatellite}); }
};

/// Flat ground with fibre node N; stations A, B and C 2, 4 and 6 km to the east of it.
inline ForestWorld three_in_a_row(scenario::Scenario scenario = backhaul_scenario()) {
  add_fibre_node(scenario, "N", at(3000, 7000));
  std::vector<planning::BackhaulNode> stations = {node_at(scenario, "A", at(5000, 7000)),
                                                  node_at(scenario, "B", at(7000, 7000)),
                                                  node_at(scenario, "C", at(9000, 7000))};
  return {std::move(scenario), ridge_terrain(100.0F), std::move(stations)};
}

/// A ridge between stations A and B in the east and mast M, with fibre, in the west; a relay may stand at "top". Fibre
/// is dear, so that the way leads over the relay.
inline ForestWorld two_behind_a_ridge(scenario::Scenario scenario = backhaul_scenario()) {
  set_cost(scenario, "fibre_per_km", 1000.0);
  add_mast(scenario, "M", at(3000, 9000), network::Backhaul::kFibre);
  std::vector<planning::BackhaulNode> stations = {node_at(scenario, "A", at(17000, 9000)),
                                                  node_at(scenario, "B", at(17000, 12000))};
  std::vector<planning::BackhaulNode> relay_locations = {node_at(scenario, "top", at(10000, 9000), 0.0)};
  return {std::move(scenario), ridge_terrain(300.0F), std::move(stations), std::move(relay_locations)};
}

}  // namespace phusong::tests
