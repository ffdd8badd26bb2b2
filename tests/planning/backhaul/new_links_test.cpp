#include "sim/planning/backhaul/new_links.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

/// Two masts 5 km from each other, and what backhaul costs there.
struct TwoMasts {
  scenario::Scenario scenario = backhaul_scenario();
  BackhaulCosts costs{scenario};
  BackhaulNode from = node_at(scenario, "from", at(1000, 1000)), to = node_at(scenario, "to", at(4000, 5000));
};

double capex_of(const BackhaulLink& link) {
  return total(link.cost_lines).capex_million_vnd;
}

}  // namespace

TEST_CASE("the route of fibre is the straight line times the route factor") {
  const TwoMasts masts;
  CHECK(fibre_length_km(masts.from, masts.to, 1.0) == doctest::Approx(5.0));
  CHECK(fibre_length_km(masts.from, masts.to, 1.4) == doctest::Approx(7.0));
  CHECK(fibre_length_km(masts.from, masts.from, 1.4) == 0.0);
}

TEST_CASE("fibre is paid by the kilometre of its route and has no heights") {
  const TwoMasts masts;
  const BackhaulLink link = fibre_link(masts.from, masts.to, 7.0, masts.costs.fibre_per_km);
  CHECK(link.medium == Medium::kFibre);
  CHECK(link.from == "from");
  CHECK(link.to == "to");
  CHECK(link.length_km == 7.0);
  CHECK(capex_of(link) == doctest::Approx(70.0));
  CHECK(std::isnan(link.from_height_m));
  CHECK(std::isnan(link.clearance_m));
  CHECK(std::isnan(link.availability_percent));
}

TEST_CASE("a microwave hop is paid once, however long, and says all that is known of it") {
  const TwoMasts masts;
  const MicrowaveLink works{.length_km = 5.0,
                            .from_height_m = 128.0,
                            .to_height_m = 228.0,
                            .clearance_m = 3.0,
                            .fade_margin_db = 40.0,
                            .rain_db = 8.0,
                            .multipath_percent = 0.001,
                            .rain_percent = 0.002,
                            .availability_percent = 99.997};
  const BackhaulLink link = microwave_link(masts.from, masts.to, works, masts.costs.microwave_hop);
  CHECK(link.medium == Medium::kMicrowave);
  CHECK(capex_of(link) == doctest::Approx(100.0));
  CHECK(link.length_km == 5.0);
  CHECK(link.from_height_m == 128.0);
  CHECK(link.to_height_m == 228.0);
  CHECK(link.clearance_m == 3.0);
  CHECK(link.fade_margin_db == 40.0);
  CHECK(link.rain_db == 8.0);
  CHECK(link.multipath_percent == 0.001);
  CHECK(link.availability_percent == 99.997);
}

TEST_CASE("a satellite terminal leads to the satellite and ends on the map where it begins") {
  const TwoMasts masts;
  const BackhaulLink link = satellite_link(masts.from, masts.costs.satellite_terminal);
  CHECK(link.medium == Medium::kSatellite);
  CHECK(link.to == "satellite");
  CHECK(link.to_lon_lat.lon_deg == link.from_lon_lat.lon_deg);
  CHECK(link.to_lon_lat.lat_deg == link.from_lon_lat.lat_deg);
  CHECK(link.length_km == 0.0);
  CHECK(capex_of(link) == doctest::Approx(1000.0));
}

TEST_CASE("a relay is paid with its mast and its power") {
  const TwoMasts masts;
  const BackhaulRelay built = relay(masts.from, masts.costs);
  CHECK(built.node.id == "from");
  REQUIRE(built.cost_lines.size() == 2);
  CHECK(built.cost_lines[0].item == "mast_30m");
  CHECK(built.cost_lines[1].item == "solar_power");
}

TEST_CASE("a route costs what its links and its relays cost together, to build and to run") {
  TwoMasts masts;
  masts.costs.relay_power.opex_million_vnd_per_year = 3.0;
  masts.costs.fibre_per_km.opex_million_vnd_per_year = 0.5;
  const BackhaulRoute route{.links = {fibre_link(masts.from, masts.to, 7.0, masts.costs.fibre_per_km)},
                            .relays = {relay(masts.to, masts.costs)}};
  CHECK(route.cost().capex_million_vnd == doctest::Approx(70.0 + 150.0 + 50.0));
  CHECK(route.cost().opex_million_vnd_per_year == doctest::Approx(3.5 + 3.0));
  CHECK(route.first_medium() == Medium::kFibre);
  CHECK(BackhaulRoute{}.first_medium() == Medium::kExisting);
}
