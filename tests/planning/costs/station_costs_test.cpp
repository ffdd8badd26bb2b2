#include "sim/planning/costs/station_costs.h"

#include <doctest/doctest.h>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::PowerSource;
using network::Technology;

namespace {

/// Every item of a station at a price of its own, and grid power in the south-west corner.
scenario::Scenario priced_scenario() {
  scenario::Scenario scenario = empty_scenario();
  const auto item = [&scenario](const char* name, double cost) {
    scenario.plan_tables.costs.push_back({.item = name, .unit = "", .cost_million_vnd = cost});
  };
  item("mast_30m", 1.0);
  item("mast_42.5m", 2.0);
  item("pole", 4.0);
  item("radio_3g", 8.0);
  item("radio_4g", 16.0);
  item("colocation", 32.0);
  item("access_road_per_km", 64.0);
  item("grid_connection", 128.0);
  item("grid_line_per_km", 256.0);
  item("solar_power", 512.0);
  add_hamlet(scenario, "lit", at(0, 0)).grid_power = true;
  return scenario;
}

CandidateSite site_of(StationKind kind, double height_m, gis::MapPoint position = at(0, 0)) {
  CandidateSite site;
  site.site.mast_height_m = height_m;
  site.site.position = position;
  site.kind = kind;
  return site;
}

StationCost cost_of(const CandidateSite& site, std::vector<Technology> technologies = {}) {
  const scenario::Scenario scenario = priced_scenario();
  const CandidateSet set{.sites = {site}, .cells = {}, .candidates = {}};
  const Candidate candidate{.candidate_id = "N", .site = 0, .technologies = std::move(technologies), .cells = {}};
  return station_cost(scenario, GridPower(scenario), set, candidate);
}

double capex_of(const StationCost& cost) {
  return total(cost.cost_lines).capex_million_vnd;
}

}  // namespace

TEST_CASE("a new mast costs by its height, with its power") {
  CHECK(capex_of(cost_of(site_of(StationKind::kMast, 30.0))) == 1.0 + 128.0);
  CHECK(capex_of(cost_of(site_of(StationKind::kMast, 42.5))) == 2.0 + 128.0);
  CHECK_THROWS_AS(cost_of(site_of(StationKind::kMast, 31.0)), std::out_of_range);
}

TEST_CASE("a pole costs the same at any height") {
  CHECK(capex_of(cost_of(site_of(StationKind::kPole, 12.0))) == 4.0 + 128.0);
  CHECK(capex_of(cost_of(site_of(StationKind::kPole, 15.0))) == 4.0 + 128.0);
}

TEST_CASE("each technology of a candidate is one radio") {
  const StationCost cost = cost_of(site_of(StationKind::kMast, 30.0), {Technology::k3G, Technology::k4G});
  CHECK(capex_of(cost) == 1.0 + 8.0 + 16.0 + 128.0);
  for (const CostLine& line : cost.cost_lines)
    CHECK(line.quantity == 1.0);
}

TEST_CASE("the source of power of a new station is told, that of a mast that stands is not") {
  CHECK(cost_of(site_of(StationKind::kMast, 30.0)).power == PowerSource::kGrid);
  const StationCost far = cost_of(site_of(StationKind::kMast, 30.0, at(9000, 0)));
  CHECK(far.power == PowerSource::kSolar);
  CHECK(capex_of(far) == 1.0 + 512.0);
  CHECK(cost_of(site_of(StationKind::kUpgrade, 30.0)).power == PowerSource::kNotGiven);
}

TEST_CASE("an upgrade pays for its radios alone, on another operator's mast for colocation too") {
  CandidateSite mast = site_of(StationKind::kUpgrade, 30.0, at(9000, 0));
  mast.road_km = 3.0;
  CHECK(capex_of(cost_of(mast, {Technology::k4G})) == 16.0);
  mast.is_colocation = true;
  CHECK(capex_of(cost_of(mast, {Technology::k4G})) == 16.0 + 32.0);
}

TEST_CASE("a road is paid where its length is told and is more than nothing") {
  CandidateSite site = site_of(StationKind::kMast, 30.0);
  site.road_km = 0.5;
  CHECK(capex_of(cost_of(site)) == 1.0 + 32.0 + 128.0);
  site.road_km = 0.0;
  CHECK(cost_of(site).cost_lines.size() == 2);
  site.road_km = std::nullopt;
  CHECK(cost_of(site).cost_lines.size() == 2);
}
