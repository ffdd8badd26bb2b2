#include "sim/planning/unserved.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using coverage::Status;
using network::Technology;

namespace {

/// A hamlet of two points, each of which weighs a half and has these options.
covering::Demand two_points(std::vector<covering::OptionIndex> first, std::vector<covering::OptionIndex> second) {
  return {.name = "H",
          .alternatives = {{.points = {{.weight = 0.5, .cover_sets = {std::move(first)}},
                                       {.weight = 0.5, .cover_sets = {std::move(second)}}},
                            .least_weight = 0.75}}};
}

/// One white hamlet that options 0 and 1 serve together.
struct UnservedWorld {
  scenario::Scenario scenario = empty_scenario();
  gis::Terrain terrain = flat_terrain();
  coverage::CoverageResult coverage;
  std::vector<network::Cell> cells = {{.technology = Technology::k4G, .frequency_mhz = 900.0},
                                      {.technology = Technology::k3G, .frequency_mhz = 900.0}};
  covering::Problem problem;

  UnservedWorld() {
    add_hamlet(scenario, "H", at(5000, 5000));
    scenario.options.plan.target.technologies = {Technology::k3G, Technology::k4G};
    coverage.verdicts.emplace_back(1);
    problem.options.resize(2);
    problem.demands = {two_points({0}, {0, 1})};
  }

  coverage::HamletVerdict& verdict() { return coverage.verdicts.front().front(); }
  void set_level(Technology technology, double level_dbm) {
    verdict().by_technology[technology].level_dbm = level_dbm;
    verdict().by_technology[technology].best_cell = technology == Technology::k4G ? 0 : 1;
  }

  CoverageAfter after() const {
    return {.scenario = scenario, .terrain = terrain, .coverage = coverage, .cells = cells};
  }
  std::vector<UnservedHamlet> unserved() const { return unserved_by_stations(after(), problem); }
  UnservedReason reason() const { return unserved().at(0).reason; }
};

}  // namespace

TEST_CASE("a hamlet that counts is not unserved, a hollow one only where hollow counts") {
  UnservedWorld world;
  world.verdict().status = Status::kCovered;
  CHECK(world.unserved().empty());
  world.verdict().status = Status::kHollow;
  CHECK(world.unserved().size() == 1);
  world.scenario.options.plan.hollow_counts = true;
  CHECK(world.unserved().empty());
}

TEST_CASE("an unserved hamlet tells how much of it is served and how many candidates cover any of it") {
  UnservedWorld world;
  world.verdict().share = 0.25;
  const UnservedHamlet hamlet = world.unserved().at(0);
  CHECK(hamlet.hamlet == 0);
  CHECK(hamlet.share == 0.25);
  CHECK(hamlet.candidates_covering == 2);
}

TEST_CASE("a hamlet is unserved because the target is reached without it, or the budget is spent") {
  UnservedWorld world;
  CHECK(world.reason() == UnservedReason::kNotNeeded);
  world.problem.goal.budget_capex = 100.0;
  CHECK(world.reason() == UnservedReason::kNoBudget);
}

TEST_CASE("a hamlet that no candidate covers, or all of them too little, has that for its reason") {
  UnservedWorld world;
  world.problem.demands = {two_points({}, {0, 1})};
  CHECK(world.reason() == UnservedReason::kOnlyPart);
  world.problem.demands = {two_points({}, {})};
  CHECK(world.reason() == UnservedReason::kNoCandidate);
}

TEST_CASE("a hamlet off the terrain has that for its reason, whatever covers it") {
  UnservedWorld world;
  world.verdict().status = Status::kUnknown;
  CHECK(world.reason() == UnservedReason::kOffTerrain);
}

TEST_CASE("the level at the centre lacks what is missing to the threshold, in the technology that is nearest to it") {
  UnservedWorld world;
  world.scenario.options.service.location_probability = 0.5;  // the threshold itself is enough
  CHECK_FALSE(world.unserved().at(0).missing_db.has_value());
  world.set_level(Technology::k4G, -117.0);
  CHECK(*world.unserved().at(0).missing_db == doctest::Approx(7.0));
  world.set_level(Technology::k3G, -105.0);
  CHECK(*world.unserved().at(0).missing_db == doctest::Approx(5.0));
  world.set_level(Technology::k4G, -108.0);
  CHECK(*world.unserved().at(0).missing_db == doctest::Approx(-2.0));
}

TEST_CASE("a probability above a half asks for more than the threshold") {
  UnservedWorld world;
  world.set_level(Technology::k4G, -110.0);
  world.scenario.options.service.location_probability = 0.9;
  world.scenario.options.service.location_variability_cell_m = 100.0;
  world.scenario.options.service.model_sigma_db = 6.0;
  const double sigma_db = std::hypot((0.024 * 0.9 + 0.52) * std::pow(100.0, 0.28), 6.0);
  CHECK(*world.unserved().at(0).missing_db == doctest::Approx(1.28155 * sigma_db).epsilon(0.02));
}

TEST_CASE("where fibre does not reach it was not needed, or there was none to begin with") {
  const UnservedWorld world;
  CHECK(unserved_by_fibre(world.after(), {0}, true).at(0).reason == UnservedReason::kNotNeeded);
  CHECK(unserved_by_fibre(world.after(), {0}, false).at(0).reason == UnservedReason::kNoFibre);
  CHECK(unserved_by_fibre(world.after(), {}, false).empty());
}

TEST_CASE("a hamlet without fibre tells its status of mobile service but no level, which says nothing of fibre") {
  UnservedWorld world;
  world.verdict().status = Status::kCovered;
  world.verdict().share = 1.0;
  world.set_level(Technology::k4G, -60.0);
  const UnservedHamlet hamlet = unserved_by_fibre(world.after(), {0}, true).at(0);
  CHECK(hamlet.status == Status::kCovered);
  CHECK(hamlet.share == 1.0);
  CHECK_FALSE(hamlet.missing_db.has_value());
}
