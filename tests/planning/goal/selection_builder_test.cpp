#include "sim/planning/goal/selection_builder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using coverage::Status;
using network::Technology;
using Layers = std::vector<std::vector<covering::OptionIndex>>;

namespace {

/// Hamlets of 100, 200 and 400 people, the last of which counts today; the first has points 0 and 1 in need, the second
/// point 2. Candidates 0 and 1 are a low and a high mast at one place, candidate 2 is a pole; the masts have 3G and 4G.
/// By 3G masts cover point 0; by 4G the low one point 0, the high one points 0 and 1, the pole points 1 and 2.
struct GoalWorld {
  scenario::Scenario scenario = empty_scenario();
  coverage::CoverageResult today;
  Need need;
  CandidateSet set;
  CoverageMatrix matrix;
  std::vector<Cost> costs;

  GoalWorld() {
    for (const int people : {100, 200, 400})
      add_hamlet(scenario, fmt::format("H{}", people), at(0, 0)).population = people;
    today.verdicts.emplace_back(3);
    today.verdicts.front()[2].status = Status::kCovered;
    need.hamlets = {{.hamlet = 0, .first_point = 0, .point_count = 2},
                    {.hamlet = 1, .first_point = 2, .point_count = 1}};
    need.points = {{.hamlet = 0, .point = 0, .weight = 0.5},
                   {.hamlet = 0, .point = 1, .weight = 0.5},
                   {.hamlet = 1, .point = 0, .weight = 1.0}};
    need.service.resize(3);
    set.sites.resize(3);
    set.sites[2].exclusion_group = 1;
    add_candidate("low", 0, {Technology::k3G, Technology::k4G}, {100.0, 10.0});
    add_candidate("high", 1, {Technology::k3G, Technology::k4G}, {150.0, 10.0});
    add_candidate("pole", 2, {Technology::k4G}, {50.0, 2.0});
    cover(Technology::k3G, {{0, 0}, {1, 0}});
    cover(Technology::k4G, {{0, 0}, {1, 0}, {1, 1}, {2, 1}, {2, 2}});
    scenario.options.plan.target.technologies = {Technology::k3G, Technology::k4G};
    scenario.options.plan.opex_years = 5.0;
  }

  covering::Problem problem() const {
    return selection_problem(
        {.scenario = scenario, .today = today, .need = need, .set = set, .matrix = matrix, .costs = costs});
  }

  /// What serves the points of the first hamlet where it is covered.
  Layers layers_of_point(std::size_t point) const {
    return problem().demands[0].alternatives.at(0).points.at(point).cover_sets;
  }

 private:
  void add_candidate(const std::string& id, std::size_t site, std::vector<Technology> technologies, Cost cost) {
    set.candidates.push_back({.candidate_id = id, .site = site, .technologies = std::move(technologies), .cells = {}});
    costs.push_back(cost);
  }

  void cover(Technology technology, const std::vector<std::pair<int, int>>& site_and_point) {
    SiteCoverage& coverage = matrix.by_technology[technology];
    coverage.resize(3, 3);
    for (const auto& [site, point] : site_and_point)
      coverage.insert(site, point) = 1;
    coverage.makeCompressed();
  }
};

}  // namespace

TEST_CASE("an option costs what its candidate costs over the years, and its capex counts for a budget") {
  const auto options = GoalWorld().problem().options;
  REQUIRE(options.size() == 3);
  CHECK(options[0].name == "low");
  CHECK(options[0].cost == doctest::Approx(100.0 + 5.0 * 10.0));
  CHECK(options[2].cost == doctest::Approx(50.0 + 5.0 * 2.0));
  CHECK(options[2].capex == doctest::Approx(50.0));
}

TEST_CASE("candidates at one place are options of one place") {
  const auto options = GoalWorld().problem().options;
  CHECK(options[0].exclusion_group == options[1].exclusion_group);
  CHECK(options[0].exclusion_group != options[2].exclusion_group);
}

TEST_CASE("where any technology is enough a point has one layer of all that serve it by any, each once") {
  GoalWorld world;
  world.scenario.options.plan.combine = scenario::Combine::kAny;
  CHECK(world.layers_of_point(0) == Layers{{0, 1}});
  CHECK(world.layers_of_point(1) == Layers{{1, 2}});
}

TEST_CASE("where all technologies are asked for a point has a layer for each, an empty one where none serves it") {
  GoalWorld world;
  world.scenario.options.plan.combine = scenario::Combine::kAll;
  CHECK(world.layers_of_point(0) == Layers{{0, 1}, {0, 1}});
  CHECK(world.layers_of_point(1) == Layers{{}, {1, 2}});
}

TEST_CASE("what serves a point today is not asked for again") {
  GoalWorld world;
  world.need.service[1][Technology::k3G] = true;
  world.scenario.options.plan.combine = scenario::Combine::kAll;
  CHECK(world.layers_of_point(1) == Layers{{1, 2}});
  world.scenario.options.plan.combine = scenario::Combine::kAny;
  CHECK(world.layers_of_point(1) == Layers{});
  CHECK(world.layers_of_point(0) == Layers{{0, 1}});
}

TEST_CASE("a candidate serves nothing by a technology that it does not have") {
  GoalWorld world;
  world.set.candidates[1].technologies = {Technology::k3G};
  world.scenario.options.plan.combine = scenario::Combine::kAny;
  CHECK(world.layers_of_point(1) == Layers{{2}});
}

TEST_CASE("hamlets that count today have no ways to count and those in need have them") {
  const auto hamlets = GoalWorld().problem().demands;
  REQUIRE(hamlets.size() == 3);
  CHECK(hamlets[2].counts_already);
  CHECK(hamlets[2].alternatives.empty());
  CHECK_FALSE(hamlets[1].counts_already);
  CHECK(hamlets[1].alternatives.size() == 1);
}

TEST_CASE("a share of hamlets asks for so many of them, rounded up") {
  GoalWorld world;
  world.scenario.options.plan.target.hamlet_share = 2.0 / 3.0;
  CHECK(world.problem().goal.least_value == 2.0);
  world.scenario.options.plan.target.hamlet_share = 0.67;
  CHECK(world.problem().goal.least_value == 3.0);
}

TEST_CASE("a share of people asks for so many people, and each hamlet brings its own") {
  GoalWorld world;
  world.scenario.options.plan.target.hamlet_share.reset();
  world.scenario.options.plan.target.population_share = 0.8;
  const covering::Problem problem = world.problem();
  CHECK(problem.goal.least_value == 560.0);
  CHECK(problem.demands[1].value == 200.0);
}

TEST_CASE("a budget asks for no share") {
  GoalWorld world;
  world.scenario.options.plan.target.hamlet_share.reset();
  world.scenario.options.plan.target.budget_million_vnd = 120.0;
  const covering::Goal goal = world.problem().goal;
  CHECK(*goal.budget_capex == 120.0);
  CHECK(goal.least_value == 0.0);
}

TEST_CASE("each commune is asked for its least share of hamlets, rounded up") {
  GoalWorld world;
  world.scenario.options.plan.per_commune_min_share = 0.5;
  world.scenario.network.hamlets[1].commune = "other";
  const covering::Problem problem = world.problem();
  const std::size_t other = problem.demands[1].quota_group, two = problem.demands[0].quota_group;
  CHECK(problem.demands[2].quota_group == two);
  CHECK(problem.goal.quotas.at(two) == 1);
  CHECK(problem.goal.quotas.at(other) == 1);
  world.scenario.options.plan.per_commune_min_share = 0.51;
  CHECK(world.problem().goal.quotas.at(two) == 2);
}

TEST_CASE("communes of one name in two districts are two, and are numbered by province, district and name") {
  network::Network network;
  network.hamlets.resize(4);
  network.hamlets[0].province = "north";
  network.hamlets[1].commune = "Hill";
  network.hamlets[2].district = "west";
  network.hamlets[2].commune = "Hill";
  network.hamlets[3].province = "north";
  CHECK(commune_of_hamlets(network) == std::vector<std::size_t>{2, 0, 1, 2});
}
