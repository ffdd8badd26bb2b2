#include "sim/planning/candidates/candidate_set.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/planning/plan_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::Technology;

namespace {

scenario::Equipment equipment(scenario::EquipmentKind kind, Technology technology, double frequency_mhz) {
  return {.kind = kind, .technology = technology, .frequency_mhz = frequency_mhz, .bandwidth_mhz = 5.0, .sectors = 2};
}

/// Masts with 4G on two carriers and 3G on one, poles with 4G, upgrades with 4G.
scenario::Scenario equipped_scenario() {
  using enum scenario::EquipmentKind;
  scenario::Scenario scenario = empty_scenario();
  scenario.plan_tables.equipment = {equipment(kMast, Technology::k4G, 1842.5),
                                    equipment(kMast, Technology::k3G, 2140.0), equipment(kMast, Technology::k4G, 800.0),
                                    equipment(kPole, Technology::k4G, 1842.5),
                                    equipment(kUpgrade, Technology::k4G, 1842.5)};
  return scenario;
}

BuildLocation place_of(const std::string& id, StationKind kind, std::vector<double> heights_m) {
  return {.id = id, .position = at(1000, 1000), .kind = kind, .heights_m = std::move(heights_m)};
}

CandidateSet stations_at(const scenario::Scenario& scenario, const std::vector<BuildLocation>& places) {
  CandidateSet set;
  add_new_stations(scenario, places, set);
  return set;
}

}  // namespace

TEST_CASE("each height of a place is a candidate on a mast of its own, of which one may be built") {
  const CandidateSet set = stations_at(equipped_scenario(), {place_of("N", StationKind::kMast, {30.0, 42.5})});
  REQUIRE(set.candidates.size() == 2);
  CHECK(set.candidates[0].candidate_id == "N-30m");
  CHECK(set.candidates[1].candidate_id == "N-42.5m");
  CHECK(set.sites[0].site.mast_height_m == 30.0);
  CHECK(set.sites[1].site.mast_height_m == 42.5);
  CHECK(set.sites[0].exclusion_group == set.sites[1].exclusion_group);
}

TEST_CASE("a station has the equipment of its kind, each technology once, all carriers and sectors") {
  const CandidateSet set = stations_at(
      equipped_scenario(), {place_of("N", StationKind::kMast, {30.0}), place_of("R", StationKind::kPole, {12.0})});
  CHECK(set.candidates[0].technologies == std::vector{Technology::k3G, Technology::k4G});
  CHECK(set.candidates[0].cells == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
  CHECK(set.candidates[1].technologies == std::vector{Technology::k4G});
  CHECK(set.candidates[1].cells == std::vector<std::size_t>{6, 7});
  CHECK(set.cells[6].cell.site == 1);
  CHECK(set.cells[6].equipment == 3);
}

TEST_CASE("places are counted on from those of the set") {
  CandidateSet set;
  set.sites.emplace_back();
  set.sites.back().exclusion_group = 4;
  add_new_stations(equipped_scenario(),
                   {place_of("N", StationKind::kMast, {30.0}), place_of("M", StationKind::kMast, {30.0})}, set);
  CHECK(set.sites[1].exclusion_group == 5);
  CHECK(set.sites[2].exclusion_group == 6);
}

TEST_CASE("a station is of the plan's operator, or new where the plan is for any") {
  scenario::Scenario scenario = equipped_scenario();
  CHECK(stations_at(scenario, {place_of("N", StationKind::kMast, {30.0})}).sites[0].site.operator_name == "new");
  plan_for(scenario, "A");
  CHECK(stations_at(scenario, {place_of("N", StationKind::kMast, {30.0})}).sites[0].site.operator_name == "A");
}

TEST_CASE("a station gets an id that no site has") {
  scenario::Scenario scenario = equipped_scenario();
  add_site(scenario, "N-30m", at(0, 0));
  const CandidateSet set = stations_at(scenario, {place_of("N", StationKind::kMast, {30.0})});
  CHECK(set.candidates[0].candidate_id == "N-30m.2");
  CHECK(set.sites[0].site.site_id == "N-30m.2");
}

TEST_CASE("kinds of stations have names") {
  CHECK(name_of(StationKind::kMast) == "mast");
  CHECK(name_of(StationKind::kPole) == "pole");
  CHECK(name_of(StationKind::kUpgrade) == "upgrade");
}

TEST_CASE("candidates come from masts, tables, hamlets and peaks in that order, as the plan asks") {
  scenario::Scenario scenario = equipped_scenario();
  add_site(scenario, "S", at(2000, 2000));
  add_hamlet(scenario, "H", at(5050, 3050));
  add_candidate(scenario, "row", at(4000, 4000), scenario::EquipmentKind::kPole);
  Need need;
  need.hamlets.push_back({.hamlet = 0, .first_point = 0, .point_count = 1});
  need.points.push_back({.x_m = at(5050, 3050).x_m, .y_m = at(5050, 3050).y_m});
  const gis::Terrain terrain = make_terrain(121, 100.0, [](double x_m, double y_m) {
    return std::hypot(x_m - 5050.0, y_m - 6050.0) < 60.0 ? 300.0F : 100.0F;
  });
  const auto first_letters = [&](bool masts, bool hamlets, bool peaks) {
    scenario.options.plan.mast_heights_m = {30.0};
    scenario.options.plan.candidates = {.from_hamlets = hamlets, .from_peaks = peaks, .existing_masts = masts};
    std::string letters;
    for (const Candidate& candidate : find_candidates(scenario, terrain, need).candidates)
      letters += candidate.candidate_id.front();
    return letters;
  };
  CHECK(first_letters(false, false, false) == "r");
  CHECK(first_letters(true, false, false) == "Ur");
  CHECK(first_letters(false, true, false) == "rNR");
  CHECK(first_letters(true, true, true) == "UrNRP");
}
