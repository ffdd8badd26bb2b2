#include "sim/planning/candidate_costs.h"

#include <doctest/doctest.h>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::Backhaul;

namespace {

CandidateSite site_at(const std::string& id, gis::MapPoint position, StationKind kind = StationKind::kMast) {
  CandidateSite site;
  site.site.site_id = id;
  site.site.position = position;
  site.site.mast_height_m = 30.0;
  site.kind = kind;
  return site;
}

/// Candidates without equipment, one on each site.
CandidateSet candidates_on(std::vector<CandidateSite> sites) {
  CandidateSet set;
  for (CandidateSite& site : sites) {
    set.candidates.push_back(
        {.candidate_id = site.site.site_id, .site = set.sites.size(), .technologies = {}, .cells = {}});
    set.sites.push_back(std::move(site));
  }
  return set;
}

}  // namespace

TEST_CASE("a station is connected where it stands on a mast whose row does not say that it has no backhaul") {
  CandidateSite upgrade = site_at("U", at(0, 0), StationKind::kUpgrade);
  for (const Backhaul backhaul : {Backhaul::kFibre, Backhaul::kMicrowave, Backhaul::kSatellite, Backhaul::kNotGiven}) {
    upgrade.site.backhaul = backhaul;
    CHECK(backhaul_node(upgrade).is_connected);
  }
  upgrade.site.backhaul = Backhaul::kNone;
  CHECK_FALSE(backhaul_node(upgrade).is_connected);
  CHECK_FALSE(backhaul_node(site_at("N", at(0, 0))).is_connected);
  CHECK_FALSE(backhaul_node(site_at("R", at(0, 0), StationKind::kPole)).is_connected);
}

TEST_CASE("the node of a station is its mast") {
  const BackhaulNode node = backhaul_node(site_at("N", at(300, 400)));
  CHECK(node.id == "N");
  CHECK(node.position.x_m == at(300, 400).x_m);
  CHECK(node.mast_height_m == 30.0);
  CHECK_FALSE(node.has_fibre);
}

TEST_CASE("a relay may stand once at each place on a peak, under a name of its own") {
  std::vector<CandidateSite> sites = {site_at("P1-30m", at(0, 0)), site_at("P1-42m", at(0, 0)),
                                      site_at("N-30m", at(1000, 0)), site_at("P2-30m", at(2000, 0))};
  sites[0].is_peak = sites[1].is_peak = sites[3].is_peak = true;
  sites[2].exclusion_group = 1;
  sites[3].exclusion_group = 2;
  const auto places = relay_locations(candidates_on(sites));
  REQUIRE(places.size() == 2);
  CHECK(places[0].id == "relay-P1-30m");
  CHECK(places[1].id == "relay-P2-30m");
}

TEST_CASE("a candidate costs its station and its stand-alone route, to build and to run") {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.plan_tables.costs.push_back({.item = "grid_connection", .unit = "", .cost_million_vnd = 20.0});
  scenario.plan_tables.costs.front().opex_million_vnd_per_year = 0.5;  // fibre, 10 a km
  add_fibre_node(scenario, "N", at(3000, 7000));
  const CandidateSet set =
      candidates_on({site_at("near", at(5000, 7000)), site_at("on", at(9000, 7000), StationKind::kUpgrade),
                     site_at("far", at(7000, 7000))});
  const gis::Terrain flat = ridge_terrain(100.0F);
  const BackhaulFinder finder(scenario, flat, {});
  progress::Progress progress;
  const auto costs = candidate_costs(scenario, set, finder, progress);
  REQUIRE(costs.size() == 3);
  CHECK(costs[0].cost().capex_million_vnd == doctest::Approx(150.0 + 50.0 + 20.0));  // mast, solar power, 2 km of fibre
  CHECK(costs[0].cost().opex_million_vnd_per_year == doctest::Approx(1.0));
  CHECK(costs[1].cost().capex_million_vnd == 0.0);
  CHECK(costs[1].route.links.empty());
  CHECK(costs[2].cost().capex_million_vnd == doctest::Approx(150.0 + 50.0 + 40.0));
}
