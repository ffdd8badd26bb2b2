#include "sim/planning/backhaul/backhaul_check.h"

#include <doctest/doctest.h>

#include "sim/planning/backhaul/new_links.h"
#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using Faults = std::vector<std::string>;

namespace {

/// Station A on flat ground 2 km from fibre node N and 3 km from station B, which hops to it; mast M stands by without
/// being connected.
class CheckWorld {
 public:
  CheckWorld() {
    add_mast(scenario, "M", at(5000, 9000), network::Backhaul::kNone);
    add_fibre_node(scenario, "N", at(3000, 7000));
    stations = {node_at(scenario, "A", at(5000, 7000)), node_at(scenario, "B", at(8000, 7000))};
    set_links({fibre("A", "N", 2.0), hop("B", "A")});
    backhaul.route_of_station = {{.links = {backhaul.links[0]}, .relays = {}},
                                 {.links = {backhaul.links[1], backhaul.links[0]}, .relays = {}}};
  }

  scenario::Scenario scenario = backhaul_scenario();
  std::vector<BackhaulNode> stations;
  SharedBackhaul backhaul;

  static BackhaulLink fibre(const std::string& from, const std::string& to, double length_km) {
    return {.from = from, .to = to, .medium = Medium::kFibre, .length_km = length_km};
  }
  static BackhaulLink hop(const std::string& from, const std::string& to) {
    return {.from = from, .to = to, .medium = Medium::kMicrowave};
  }
  static BackhaulLink satellite(const std::string& from) {
    return {.from = from, .to = "satellite", .medium = Medium::kSatellite};
  }

  /// With what they cost: 10 a km, 100 a hop, 1000 a terminal.
  void set_links(const std::vector<BackhaulLink>& links) {
    backhaul.links = links;
    backhaul.cost = {};
    for (const BackhaulLink& link : links) {
      backhaul.cost.capex_million_vnd += link.medium == Medium::kFibre       ? 10.0 * link.length_km
                                         : link.medium == Medium::kMicrowave ? 100.0
                                                                             : 1000.0;
    }
  }

  Faults faults() const { return check_backhaul(scenario, ridge_terrain(100.0F), stations, backhaul); }
};

}  // namespace

TEST_CASE("a backhaul that keeps all rules has no faults") {
  CHECK(CheckWorld().faults() == Faults{});
}

TEST_CASE("a station without a route of links has to be connected already") {
  CheckWorld world;
  world.set_links({world.backhaul.links[0]});
  world.backhaul.route_of_station[1] = {};
  CHECK(world.faults() == Faults{"B ends at B, which is not connected"});
  world.stations[1].is_connected = true;
  CHECK(world.faults() == Faults{});
}

TEST_CASE("every station has a route") {
  CheckWorld world;
  world.backhaul.route_of_station.pop_back();
  CHECK(world.faults() == Faults{"the backhaul has not one route per station"});
}

TEST_CASE("a link begins at a mast and leads to a mast, or fibre to a fibre node") {
  CheckWorld world;
  world.set_links({world.backhaul.links[0], world.backhaul.links[1], CheckWorld::hop("X", "A")});
  world.backhaul.cost.capex_million_vnd -= 100.0;  // a link from nowhere is not paid
  CHECK(world.faults() == Faults{"the microwave link from X to A begins nowhere"});
  world.backhaul.links.back() = CheckWorld::hop("A", "N");
  CHECK(world.faults() == Faults{"the microwave link from A to N leads nowhere"});
}

TEST_CASE("fibre is as long as its route") {
  CheckWorld world;
  world.scenario.options.backhaul.fibre_route_factor = 1.5;
  CHECK(world.faults() == Faults{"the fibre link from A to N has another length",
                                 "the backhaul costs 130.000 and 0.000 a year, not what it says"});
  world.set_links({CheckWorld::fibre("A", "N", 3.0), world.backhaul.links[1]});
  CHECK(world.faults() == Faults{});
}

TEST_CASE("a microwave link is judged by the rules of links") {
  CheckWorld world;
  world.scenario.options.backhaul.max_hop_km = 2.9;
  CHECK(world.faults() == Faults{"the microwave link from B to A is longer than max_hop_km"});
}

TEST_CASE("a route uses links that are built") {
  CheckWorld world;
  world.backhaul.route_of_station[0].links = {CheckWorld::satellite("A")};
  CHECK(world.faults() == Faults{"A uses a link from A to satellite that is not built"});
}

TEST_CASE("each link of a route begins where the last one ends") {
  CheckWorld world;
  world.backhaul.route_of_station[1].links = {world.backhaul.links[0]};
  CHECK(world.faults() == Faults{"B has a route that breaks at B"});
}

TEST_CASE("fibre leads to fibre and nothing else") {
  CheckWorld world;
  world.set_links({CheckWorld::fibre("B", "A", 3.0), CheckWorld::hop("A", "B")});
  world.backhaul.route_of_station[0].links = {CheckWorld::hop("A", "B"), CheckWorld::fibre("B", "A", 3.0)};
  world.backhaul.route_of_station[1].links = {CheckWorld::fibre("B", "A", 3.0)};
  CHECK(world.faults() == Faults{"A has fibre that ends at A", "B has fibre that ends at A"});
  world.backhaul.route_of_station[1].links = {CheckWorld::fibre("B", "A", 3.0), CheckWorld::hop("A", "B")};
  CHECK(world.faults().at(1) == "B has fibre that does not lead to fibre");
}

TEST_CASE("a route of hops ends at a mast that is connected") {
  CheckWorld world;
  world.set_links({world.backhaul.links[0], CheckWorld::hop("B", "M")});
  world.backhaul.route_of_station[1].links = {CheckWorld::hop("B", "M")};
  CHECK(world.faults() == Faults{"B ends at M, which is not connected"});
  world.scenario.network.sites[0].backhaul = network::Backhaul::kMicrowave;
  CHECK(world.faults() == Faults{});
  world.scenario.options.plan.operator_name = "other";
  CHECK(world.faults().front() == "the microwave link from B to M leads nowhere");
}

TEST_CASE("hops are counted to fibre, and a mast fed by microwave is one more") {
  CheckWorld world;
  world.scenario.options.backhaul.max_hops = 1;
  CHECK(world.faults() == Faults{});
  world.scenario.network.sites[0].backhaul = network::Backhaul::kMicrowave;
  world.set_links({world.backhaul.links[0], CheckWorld::hop("B", "M")});
  world.backhaul.route_of_station[1].links = {CheckWorld::hop("B", "M")};
  CHECK(world.faults() == Faults{"B is 2 hops from fibre"});
}

TEST_CASE("a satellite terminal serves its own station alone") {
  CheckWorld world;
  world.set_links({CheckWorld::satellite("A"), world.backhaul.links[1]});
  world.backhaul.route_of_station[0].links = {CheckWorld::satellite("A")};
  world.backhaul.route_of_station[1].links = {world.backhaul.links[1], CheckWorld::satellite("A")};
  CHECK(world.faults() == Faults{"B shares a satellite terminal"});
}

TEST_CASE("no mast has more microwave links than allowed, fibre not counted") {
  CheckWorld world;
  world.stations.push_back(node_at(world.scenario, "C", at(5000, 4000)));
  world.set_links({world.backhaul.links[0], CheckWorld::hop("B", "A"), CheckWorld::hop("C", "A")});
  world.backhaul.route_of_station.push_back(
      {.links = {CheckWorld::hop("C", "A"), world.backhaul.links[0]}, .relays = {}});
  world.scenario.options.backhaul.max_links_per_node = 2;
  CHECK(world.faults() == Faults{});
  world.scenario.options.backhaul.max_links_per_node = 1;
  CHECK(world.faults() == Faults{"A has 2 microwave links"});
}

TEST_CASE("what a backhaul says that it costs is what its links and relays cost, to build and to run") {
  CheckWorld world;
  world.backhaul.cost.capex_million_vnd += 5e-7;
  CHECK(world.faults() == Faults{});
  world.backhaul.cost.capex_million_vnd += 0.001;
  CHECK(world.faults() == Faults{"the backhaul costs 120.000 and 0.000 a year, not what it says"});
  world.backhaul.cost.capex_million_vnd = 120.0;
  world.backhaul.cost.opex_million_vnd_per_year = 1.0;
  CHECK(world.faults().size() == 1);
  world.backhaul.cost = {.capex_million_vnd = 120.0 + 150.0 + 50.0};
  world.backhaul.relays = {relay(node_at(world.scenario, "R", at(9000, 9000)), BackhaulCosts(world.scenario))};
  CHECK(world.faults() == Faults{});
}
