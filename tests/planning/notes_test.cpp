#include "sim/planning/notes.h"

#include <doctest/doctest.h>

#include "tests/planning/plan_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using Kind = PlanNote::Kind;

TEST_CASE("places of the user that have no ground are named, each by its table") {
  scenario::Scenario scenario = empty_scenario();
  add_candidate(scenario, "on", at(5000, 5000));
  add_candidate(scenario, "off", at(-2000, 5000));
  scenario.network.sites[add_site(scenario, "site off", at(5000, -2000))].status = network::SiteStatus::kCandidate;
  add_site(scenario, "existing off", at(5000, -2000));
  const auto notes = notes_on_terrain(scenario, flat_terrain());
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].kind == Kind::kCandidateOffTerrain);
  CHECK(notes[0].id == "off");
  CHECK(notes[1].kind == Kind::kSiteOffTerrain);
  CHECK(notes[1].id == "site off");
}

TEST_CASE("stations without a road told are counted, and one with a road of no length is not among them") {
  CandidateSet set;
  set.sites.resize(3);
  set.sites[0].road_km = 0.0;
  for (std::size_t i = 0; i < 3; ++i)
    set.candidates.push_back({.candidate_id = "N", .site = i, .technologies = {}, .cells = {}});
  CHECK(notes_on_roads(set, {{.candidate = 0, .node = {}}}).empty());
  const auto notes =
      notes_on_roads(set, {{.candidate = 0, .node = {}}, {.candidate = 1, .node = {}}, {.candidate = 2, .node = {}}});
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == Kind::kNoRoads);
  CHECK(notes[0].count == 2);
}

TEST_CASE("steps dearer than the budget of a year are counted, but for rounding") {
  std::vector<PlanStep> steps(3);
  steps[0].cost.capex_million_vnd = 100.0 + 5e-7;
  steps[1].cost.capex_million_vnd = 100.1;
  steps[2].cost.capex_million_vnd = 20.0;
  CHECK(notes_on_years(steps, std::nullopt).empty());
  CHECK(notes_on_years(steps, 101.0).empty());
  const auto notes = notes_on_years(steps, 100.0);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == Kind::kDearYears);
  CHECK(notes[0].count == 1);
  CHECK(notes[0].million_vnd == 100.0);
}

TEST_CASE("years before the last that leave some of their budget are counted, and the one that spends least is named") {
  const auto step = [](int year, double capex_million_vnd) {
    return PlanStep{.year = year,
                    .site_id = {},
                    .lon_lat = {},
                    .technologies = {},
                    .backhaul = {},
                    .cost = {.capex_million_vnd = capex_million_vnd},
                    .hamlets_gained = {}};
  };
  const std::vector<PlanStep> steps = {step(1, 1375.0), step(2, 1250.0), step(2, 1250.0), step(3, 2000.0),
                                       step(4, 300.0)};
  const auto notes = notes_on_years(steps, 2500.0);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == Kind::kUnspentYears);
  CHECK(notes[0].count == 2);
  CHECK(notes[0].year == 1);
  CHECK(notes[0].spent_million_vnd == 1375.0);
  CHECK(notes[0].million_vnd == 2500.0);
}

TEST_CASE("a budget that is spent to the last, or of the last year, is no note") {
  std::vector<PlanStep> steps(2);
  steps[0].cost.capex_million_vnd = 100.0 - 5e-7;
  steps[1].cost.capex_million_vnd = 20.0;
  steps[1].year = 2;
  CHECK(notes_on_years(steps, 100.0).empty());
  CHECK(notes_on_years({}, 100.0).empty());
}
