#include <doctest/doctest.h>

#include "sim/planning/steps/plan_steps.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

constexpr std::size_t kFromFibre = FibreTree::kRoot;

/// Three hamlets of 100, 200 and 300 people beside one that has broadband.
scenario::Scenario four_hamlets() {
  scenario::Scenario scenario = empty_scenario();
  for (const int people : {0, 100, 200, 300})
    add_hamlet(scenario, "H", at(0, 0)).population = people;
  return scenario;
}

/// Links of these lengths for 10 a km to the hamlets but the first, each going on from its parent.
FibreNetwork fibre_of(const std::vector<double>& lengths_km, const std::vector<std::size_t>& parents) {
  FibreNetwork fibre;
  fibre.hamlets_before = 1;
  fibre.parents = parents;
  for (const double length_km : lengths_km) {
    fibre.hamlets_connected.push_back(fibre.links.size() + 1);
    fibre.links.push_back(
        {.from = "H",
         .length_km = length_km,
         .cost_lines = {{.item = "fibre_per_km", .quantity = length_km, .unit_cost_million_vnd = 10.0}}});
  }
  return fibre;
}

std::vector<std::size_t> hamlets_in_order(const std::vector<PlanStep>& steps) {
  std::vector<std::size_t> hamlets;
  for (const PlanStep& step : steps)
    hamlets.insert(hamlets.end(), step.hamlets_gained.begin(), step.hamlets_gained.end());
  return hamlets;
}

using HamletOrder = std::vector<std::size_t>;

}  // namespace

TEST_CASE("of the links that begin at fibre the shortest is built next") {
  const auto steps = broadband_steps(four_hamlets(), fibre_of({3.0, 1.0, 2.0}, {kFromFibre, kFromFibre, kFromFibre}));
  CHECK(hamlets_in_order(steps) == HamletOrder{2, 3, 1});
}

TEST_CASE("a link waits for the one that it goes on from, were it shorter") {
  const auto steps = broadband_steps(four_hamlets(), fibre_of({3.0, 1.0, 2.0}, {kFromFibre, 0, kFromFibre}));
  CHECK(hamlets_in_order(steps) == HamletOrder{3, 1, 2});
}

TEST_CASE("each step of fibre pays for its link and gains its hamlet with the people there") {
  const auto steps = broadband_steps(four_hamlets(), fibre_of({3.0, 1.0, 2.0}, {kFromFibre, kFromFibre, kFromFibre}));
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].action == StepAction::kFibre);
  CHECK(steps[0].cost.capex_million_vnd == doctest::Approx(10.0));
  CHECK(steps[0].people_gained == 200);
  CHECK(steps[0].cumulative_hamlet_share == doctest::Approx(2.0 / 4.0));
  CHECK(steps[2].cumulative_hamlet_share == doctest::Approx(4.0 / 4.0));
}

TEST_CASE("steps of fibre fall into years too") {
  scenario::Scenario scenario = four_hamlets();
  scenario.options.plan.budget_per_year = 30.0;
  const auto steps = broadband_steps(scenario, fibre_of({3.0, 1.0, 2.0}, {kFromFibre, kFromFibre, kFromFibre}));
  CHECK(steps.at(0).year == 1);
  CHECK(steps.at(1).year == 1);
  CHECK(steps.at(2).year == 2);
}

TEST_CASE("no links are no steps") {
  CHECK(broadband_steps(four_hamlets(), fibre_of({}, {})).empty());
}
