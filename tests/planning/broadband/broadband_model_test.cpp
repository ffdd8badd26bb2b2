#include "sim/planning/broadband/broadband_model.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/optimisation/milp/solve.h"
#include "tests/planning/broadband/tiny_problem.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

const milp::Variable* variable_of(const milp::Model& model, const std::string& name) {
  const auto found = std::ranges::find(model.variables, name, &milp::Variable::name);
  return found == model.variables.end() ? nullptr : &*found;
}

double least_objective(const BroadbandProblem& problem, double objective_per_km) {
  const milp::Solution solution = milp::solve(broadband_model(problem, objective_per_km), {});
  REQUIRE(solution.feasible);
  return solution.objective;
}

}  // namespace

TEST_CASE("an arc costs its length, and flow and the hamlets joined cost nothing") {
  const milp::Model model = broadband_model(hamlets_at_km({{0, 3}, {0, 5}}, 2), 10.0);
  REQUIRE(variable_of(model, "arc_root_1") != nullptr);
  CHECK(variable_of(model, "arc_root_1")->cost == doctest::Approx(30.0));
  CHECK(variable_of(model, "arc_root_2")->cost == doctest::Approx(50.0));
  CHECK(variable_of(model, "arc_1_2")->cost == doctest::Approx(20.0));
  CHECK(variable_of(model, "flow_1_2")->cost == 0.0);
  CHECK(variable_of(model, "joined_1")->cost == 0.0);
}

TEST_CASE("an arc is in the model where it is shorter than the way from the root to where it leads") {
  // The first two are 3 km apart: shorter than the 6 km to the second, as long as the 3 km to the first.
  const milp::Model model = broadband_model(hamlets_at_km({{3, 0}, {6, 0}, {-8, 0}}, 3), 1.0);
  CHECK(variable_of(model, "arc_1_2") != nullptr);
  CHECK(variable_of(model, "arc_2_1") == nullptr);
  CHECK(variable_of(model, "arc_1_3") == nullptr);
}

TEST_CASE("arcs and the hamlets joined are whole, flow is not") {
  const milp::Model model = broadband_model(hamlets_at_km({{0, 3}}, 1), 10.0);
  CHECK(variable_of(model, "joined_1")->integer);
  CHECK(variable_of(model, "arc_root_1")->integer);
  CHECK_FALSE(variable_of(model, "flow_root_1")->integer);
}

TEST_CASE("the cheapest solution joins as many hamlets as are needed, over each other where that is shorter") {
  const std::vector<gis::MapPoint> places_km = {{0, 3}, {0, 5}, {-4, 0}};
  CHECK(least_objective(hamlets_at_km(places_km, 0), 10.0) == doctest::Approx(0.0));
  CHECK(least_objective(hamlets_at_km(places_km, 1), 10.0) == doctest::Approx(30.0));
  CHECK(least_objective(hamlets_at_km(places_km, 2), 10.0) == doctest::Approx(50.0));
  CHECK(least_objective(hamlets_at_km(places_km, 3), 10.0) == doctest::Approx(90.0));
}

TEST_CASE("a far pair is not joined to itself in a circle") {
  CHECK(least_objective(hamlets_at_km({{20, 0}, {21, 0}}, 2), 1.0) == doctest::Approx(21.0));
}
