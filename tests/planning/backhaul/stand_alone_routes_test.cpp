#include "sim/planning/backhaul/stand_alone_routes.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::planning;

namespace {

BackhaulLink hop(const std::string& from, const std::string& to, Medium medium = Medium::kMicrowave) {
  return {.from = from, .to = to, .medium = medium, .cost_lines = {{.quantity = 1.0, .unit_cost_million_vnd = 100.0}}};
}

BackhaulRelay relay_at(const std::string& id) {
  return {.node = {.id = id}, .cost_lines = {{.quantity = 1.0, .unit_cost_million_vnd = 200.0}}};
}

/// Three stations that go over one relay to one mast.
std::vector<BackhaulRoute> three_over_a_relay() {
  std::vector<BackhaulRoute> routes;
  for (const char* station : {"a", "b", "c"})
    routes.push_back({.links = {hop(station, "top"), hop("top", "mast")}, .relays = {relay_at("top")}});
  return routes;
}

}  // namespace

TEST_CASE("a link and a relay that several routes have are built and paid once") {
  const SharedBackhaul shared = merged(three_over_a_relay());
  CHECK(shared.links.size() == 4);
  CHECK(shared.relays.size() == 1);
  CHECK(shared.cost.capex_million_vnd == doctest::Approx(4 * 100.0 + 200.0));
}

TEST_CASE("each station keeps its whole route") {
  const SharedBackhaul shared = merged(three_over_a_relay());
  REQUIRE(shared.route_of_station.size() == 3);
  CHECK(shared.route_of_station[2].links.size() == 2);
  CHECK(shared.route_of_station[2].links[0].from == "c");
}

TEST_CASE("links between the same ends in the other direction are others") {
  const std::vector<BackhaulRoute> routes = {{.links = {hop("a", "b")}, .relays = {}},
                                             {.links = {hop("b", "a")}, .relays = {}}};
  CHECK(merged(routes).links.size() == 2);
}

TEST_CASE("no routes are a backhaul that costs nothing") {
  CHECK(merged({}).links.empty());
  CHECK(merged({}).cost.capex_million_vnd == 0.0);
  CHECK(keeps_link_limit({}, 0));
}

TEST_CASE("a mast has as many links as hops begin and end there") {
  CHECK(keeps_link_limit(three_over_a_relay(), 4));  // three arrive at the relay and one leaves it
  CHECK_FALSE(keeps_link_limit(three_over_a_relay(), 3));
}

TEST_CASE("fibre and satellite terminals are no links in the limit of microwave links") {
  const std::vector<BackhaulRoute> routes = {{.links = {hop("a", "b"), hop("b", "node", Medium::kFibre)}, .relays = {}},
                                             {.links = {hop("b", "satellite", Medium::kSatellite)}, .relays = {}}};
  CHECK(keeps_link_limit(routes, 1));
  CHECK_FALSE(keeps_link_limit(routes, 0));
}
