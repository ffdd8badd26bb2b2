#include "sim/planning/broadband/broadband.h"

#include <doctest/doctest.h>

#include <bit>
#include <map>
#include <random>
#include <set>

#include "sim/optimisation/milp/solve.h"
#include "sim/planning/broadband/broadband_bound.h"
#include "sim/planning/broadband/broadband_model.h"
#include "sim/planning/broadband/fibre_growth.h"
#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::tests;

namespace {

/// Hamlets strewn over 20 km, their roots at the corner.
planning::BroadbandProblem random_problem(unsigned seed, std::size_t count, std::size_t needed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> metres(0.0, 20000.0);
  planning::BroadbandProblem problem;
  problem.needed = needed;
  for (std::size_t i = 0; i < count; ++i) {
    const gis::MapPoint place{metres(random), metres(random)};
    problem.hamlets.push_back(place);
    problem.to_root_km.push_back(std::hypot(place.x_m, place.y_m) / 1000.0);
  }
  return problem;
}

double shortest_by_brute_force(const planning::BroadbandProblem& problem) {
  double least_km = 1e9;
  for (unsigned set = 0; set < (1U << problem.hamlets.size()); ++set) {
    if (static_cast<std::size_t>(std::popcount(set)) != problem.needed) continue;
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < problem.hamlets.size(); ++i) {
      if ((set >> i & 1U) != 0) chosen.push_back(i);
    }
    least_km = std::min(least_km, shortest_tree(problem, chosen).length_km);
  }
  return least_km;
}

scenario::Scenario three_villages() {
  scenario::Scenario scenario = backhaul_scenario();
  scenario.options.plan.target = {};
  scenario.options.backhaul.fibre_route_factor = 1.5;
  add_hamlet(scenario, "served", at(0, 0)).fixed_broadband = true;
  add_hamlet(scenario, "near", at(2000, 0));
  add_hamlet(scenario, "next", at(3000, 0));
  add_hamlet(scenario, "far", at(0, 9000));
  return scenario;
}

planning::FibreNetwork plan_for(scenario::Scenario scenario, double share) {
  scenario.options.plan.target.fixed_broadband_share = share;
  progress::Progress progress;
  return planning::plan_broadband(scenario, progress);
}

}  // namespace

TEST_CASE("fibre goes from hamlet to hamlet, and its route is longer than the line") {
  const auto plan = plan_for(three_villages(), 0.75);
  CHECK(plan.hamlets_before == 1);
  CHECK(plan.hamlets_after == 3);
  REQUIRE(plan.links.size() == 2);
  CHECK(plan.links[0].from == "near");
  CHECK(plan.links[0].to == "served");
  CHECK(plan.links[1].from == "next");
  CHECK(plan.links[1].to == "near");
  CHECK(plan.objective == doctest::Approx(10.0 * 1.5 * 3.0));
  CHECK(plan.gap == doctest::Approx(0.0));
  CHECK(plan.hamlets_without == std::vector<std::size_t>{3});
}

TEST_CASE("a share that is reached already costs nothing, and one without a start is out of reach") {
  CHECK(plan_for(three_villages(), 0.25).links.empty());
  CHECK(plan_for(three_villages(), 0.25).reached);
  CHECK(plan_for(three_villages(), 0.2500001).links.size() == 1);
  scenario::Scenario dark = three_villages();
  dark.network.hamlets[0].fixed_broadband = false;
  const auto plan = plan_for(dark, 0.5);
  CHECK_FALSE(plan.reached);
  CHECK(plan.hamlets_without.size() == 4);
}

TEST_CASE("a far village of many hamlets beats near ones that stand alone") {
  planning::BroadbandProblem problem{.hamlets = {}, .to_root_km = {}, .needed = 4};
  for (int i = 0; i < 4; ++i) {
    problem.hamlets.push_back({6000.0 + 100.0 * i, 0.0});
    problem.to_root_km.push_back(6.0 + 0.1 * i);
  }
  for (const gis::MapPoint alone : {gis::MapPoint{0.0, 3000.0}, {0.0, -3000.0}, {-3000.0, 0.0}, {-2200.0, 2200.0}}) {
    problem.hamlets.push_back(alone);
    problem.to_root_km.push_back(3.0);
  }
  const auto tree = planning::FibreGrowth(problem).best_tree(0.0, progress::Progress());
  CHECK(tree.length_km == doctest::Approx(6.3));
}

TEST_CASE("small fibre trees are as short as brute force finds them, and their bound is no longer") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    const auto problem = random_problem(seed, 10, 2 + seed % 8);
    const double shortest_km = shortest_by_brute_force(problem);
    const auto tree = planning::FibreGrowth(problem).best_tree(0.0, progress::Progress());
    CHECK(tree.length_km == doctest::Approx(shortest_km).epsilon(0.01));
    const double bound_km = planning::least_length_km(problem, tree.length_km);
    CHECK(bound_km <= shortest_km + 1e-9);
    CHECK(bound_km >= 0.5 * shortest_km);
  }
}

TEST_CASE("the bound is exact where every hamlet is needed") {
  const auto problem = random_problem(7, 60, 60);
  const auto tree = planning::FibreGrowth(problem).best_tree(0.0, progress::Progress());
  CHECK(planning::least_length_km(problem, tree.length_km) == doctest::Approx(tree.length_km));
}

TEST_CASE("the written model of a fibre tree has the length of the shortest tree") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    const planning::BroadbandProblem problem = random_problem(seed, 7, 4);
    const milp::Solution solution = milp::solve(planning::broadband_model(problem, 10.0), {});
    REQUIRE(solution.feasible);
    CHECK(solution.objective == doctest::Approx(10.0 * shortest_by_brute_force(problem)));
  }
}
