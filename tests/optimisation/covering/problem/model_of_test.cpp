#include "sim/optimisation/covering/problem/model_of.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/optimisation/milp/solve.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

namespace {

std::vector<std::string> row_names(const milp::Model& model) {
  std::vector<std::string> names;
  for (const milp::Row& row : model.rows)
    names.push_back(row.name);
  return names;
}

}  // namespace

TEST_CASE("one alternative is linked to z directly, several by a variable each") {
  Problem problem = problem_of({1.0, 1.0}, {demand_by({0}), demand_by({1})});
  problem.demands[1].alternatives.push_back({.points = {point_by({0}, 0.5)}, .least_weight = 0.5});
  const milp::Model model = model_of(problem);
  CHECK(row_names(model) == std::vector<std::string>{"target", "served_d0_way1_1_by1", "need_d0_way1",
                                                     "served_d1_way1_1_by1", "need_d1_way1", "served_d1_way2_1_by1",
                                                     "need_d1_way2", "ways_d1"});
  // 2 options, 2 demands, a point; then a variable per alternative, each with a point.
  CHECK(model.variables.size() == 9);
}

TEST_CASE("a demand that counts already has no rows, one without alternatives never counts") {
  Problem problem = problem_of({1.0}, {demand_by({0}), demand_by({0})});
  problem.demands[0].counts_already = true;
  problem.demands[1].alternatives.clear();
  const milp::Model model = model_of(problem);
  CHECK(row_names(model) == std::vector<std::string>{"target", "ways_d1"});
  CHECK_FALSE(milp::solve(model, {}).feasible);
  problem.goal.least_value = 1.0;
  CHECK(milp::solve(model_of(problem), {}).objective == 0.0);
}

TEST_CASE("the model of three demands in a row costs what its best pair of options costs") {
  const milp::Solution solution = milp::solve(model_of(row_of_three()), {});
  REQUIRE(solution.feasible);
  CHECK(solution.objective == doctest::Approx(5.0));
}
