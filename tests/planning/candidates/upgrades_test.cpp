#include <doctest/doctest.h>

#include "sim/planning/candidates/candidate_set.h"
#include "tests/planning/plan_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::Technology;

namespace {

/// Masts of A and B at two ends; a plan of A for 3G and 4G with one row of upgrade equipment each, which reaches 5 km.
scenario::Scenario two_masts() {
  scenario::Scenario scenario = empty_scenario();
  plan_for(scenario, "A");
  scenario.options.propagation.max_range_km[Technology::k3G] = 5.0;
  scenario.options.propagation.max_range_km[Technology::k4G] = 5.0;
  scenario.plan_tables.equipment = {{.kind = scenario::EquipmentKind::kUpgrade,
                                     .technology = Technology::k3G,
                                     .frequency_mhz = 2140.0,
                                     .bandwidth_mhz = 5.0,
                                     .sectors = 1},
                                    {.kind = scenario::EquipmentKind::kUpgrade,
                                     .technology = Technology::k4G,
                                     .frequency_mhz = 1842.5,
                                     .sectors = 3}};
  add_site(scenario, "A1", at(1000, 1000));
  add_site(scenario, "B1", at(9000, 1000), "B");
  return scenario;
}

Need need_at(const std::vector<gis::MapPoint>& places) {
  Need need;
  for (const gis::MapPoint& place : places)
    need.points.push_back({.x_m = place.x_m, .y_m = place.y_m});
  return need;
}

CandidateSet upgrades_of(const scenario::Scenario& scenario, const std::vector<gis::MapPoint>& places) {
  CandidateSet set;
  add_upgrades(scenario, need_at(places), set);
  return set;
}

std::vector<std::string> ids_of(const CandidateSet& set) {
  std::vector<std::string> ids;
  for (const Candidate& candidate : set.candidates)
    ids.push_back(candidate.candidate_id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("every choice of the technologies that a mast lacks is a candidate, and they share the cells") {
  const CandidateSet set = upgrades_of(two_masts(), {at(1000, 2000)});
  CHECK(ids_of(set) == Ids{"U-A1-3G", "U-A1-4G", "U-A1-3G4G"});
  CHECK(set.sites.size() == 1);
  CHECK(set.cells.size() == 1 + 3);
  CHECK(set.candidates[0].cells == std::vector<std::size_t>{0});
  CHECK(set.candidates[1].cells == std::vector<std::size_t>{1, 2, 3});
  CHECK(set.candidates[2].cells == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("a mast is upgraded where it is no farther from a point in need than its equipment reaches") {
  const scenario::Scenario scenario = two_masts();
  CHECK(upgrades_of(scenario, {at(1000, 6000)}).sites.size() == 1);
  CHECK(upgrades_of(scenario, {at(1000, 6001)}).sites.empty());
  CHECK(upgrades_of(scenario, {at(5000, 1000)}).sites.size() == 2);
  CHECK(upgrades_of(scenario, {}).sites.empty());
}

TEST_CASE("a mast that is off air is no place for equipment") {
  scenario::Scenario scenario = two_masts();
  scenario.network.sites[0].status = network::SiteStatus::kOff;
  CHECK(upgrades_of(scenario, {at(1000, 2000)}).sites.empty());
}

TEST_CASE("a carrier that the mast has is not added again, one beside it is") {
  scenario::Scenario scenario = two_masts();
  network::Cell& cell = add_cell(scenario, "C", 0, Technology::k4G);
  cell.frequency_mhz = 1842.54;
  CHECK(ids_of(upgrades_of(scenario, {at(1000, 2000)})) == Ids{"U-A1-3G"});
  cell.frequency_mhz = 1842.56;
  CHECK(upgrades_of(scenario, {at(1000, 2000)}).candidates.size() == 3);
  cell.frequency_mhz = 1842.5;
  cell.technology = Technology::k2G;
  CHECK(upgrades_of(scenario, {at(1000, 2000)}).candidates.size() == 3);
}

TEST_CASE("a mast that has all carriers is no candidate") {
  scenario::Scenario scenario = two_masts();
  add_cell(scenario, "C3", 0, Technology::k3G).frequency_mhz = 2140.0;
  add_cell(scenario, "C4", 0, Technology::k4G).frequency_mhz = 1842.5;
  CHECK(upgrades_of(scenario, {at(1000, 2000)}).sites.empty());
}

TEST_CASE("technologies that the target does not ask for, and equipment of masts and poles, are not put on a mast") {
  scenario::Scenario scenario = two_masts();
  scenario.options.plan.target.technologies = {Technology::k4G};
  CHECK(ids_of(upgrades_of(scenario, {at(1000, 2000)})) == Ids{"U-A1-4G"});
  scenario.plan_tables.equipment[1].kind = scenario::EquipmentKind::kMast;
  CHECK(upgrades_of(scenario, {at(1000, 2000)}).candidates.empty());
}

TEST_CASE("on another operator's mast the builder gets a row of its own and all carriers, whatever is there") {
  scenario::Scenario scenario = two_masts();
  add_cell(scenario, "C", 1, Technology::k4G).frequency_mhz = 1842.5;
  const CandidateSet set = upgrades_of(scenario, {at(9000, 2000)});
  CHECK(ids_of(set) == Ids{"U-B1-3G", "U-B1-4G", "U-B1-3G4G"});
  REQUIRE(set.sites.size() == 1);
  CHECK(set.sites[0].is_colocation);
  CHECK_FALSE(set.sites[0].has_row);
  CHECK(set.sites[0].site.site_id == "B1-A");
  CHECK(set.sites[0].site.operator_name == "A");
  CHECK(set.sites[0].mast_id == "B1");
}

TEST_CASE("the builder's own mast keeps its row") {
  const CandidateSet set = upgrades_of(two_masts(), {at(1000, 2000)});
  CHECK(set.sites[0].has_row);
  CHECK_FALSE(set.sites[0].is_colocation);
  CHECK(set.sites[0].site.site_id == "A1");
  CHECK(set.cells[0].cell.cell_id == "A1-new-3G-2140-1");
}

TEST_CASE("a plan for any operator takes every mast for its own") {
  scenario::Scenario scenario = two_masts();
  plan_for(scenario, "any");
  for (const CandidateSite& site : upgrades_of(scenario, {at(5000, 1000)}).sites)
    CHECK(site.has_row);
}

TEST_CASE("where the builder stands within a metre it does not hang on another operator's mast") {
  scenario::Scenario scenario = two_masts();
  scenario.network.sites[1].position = at(1000.9, 1000);
  CHECK(upgrades_of(scenario, {at(1000, 2000)}).sites.size() == 1);
  scenario.network.sites[1].position = at(1001.1, 1000);
  CHECK(upgrades_of(scenario, {at(1000, 2000)}).sites.size() == 2);
}

TEST_CASE("of two masts of others at one place the first is taken") {
  scenario::Scenario scenario = two_masts();
  add_site(scenario, "C1", at(9000, 1000), "C");
  const CandidateSet set = upgrades_of(scenario, {at(9000, 2000)});
  REQUIRE(set.sites.size() == 1);
  CHECK(set.sites[0].mast_id == "B1");
}

TEST_CASE("each mast is a place of its own, after those that the set has") {
  CandidateSet set;
  set.sites.emplace_back();
  set.sites.back().exclusion_group = 7;
  add_upgrades(two_masts(), need_at({at(5000, 1000)}), set);
  REQUIRE(set.sites.size() == 3);
  CHECK(set.sites[1].exclusion_group == 8);
  CHECK(set.sites[2].exclusion_group == 9);
}

TEST_CASE("no cell gets an id that the network has") {
  scenario::Scenario scenario = two_masts();
  add_cell(scenario, "A1-new-3G-2140-1", 1, Technology::k2G);
  const CandidateSet set = upgrades_of(scenario, {at(1000, 2000)});
  CHECK(set.cells[0].cell.cell_id == "A1-new-3G-2140-1.2");
}
