#include "sim/optimisation/covering/problem/master_model.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

using Terms = std::vector<std::pair<std::size_t, double>>;

TEST_CASE("the master problem has x and z, and a target row that is told by its number") {
  Problem problem = row_of_three();
  problem.demands[1].value = 5.0;
  problem.demands[2].counts_already = true;
  problem.goal.least_value = 6.0;
  const MasterModel master = master_model(problem);
  const milp::Model& model = master.model;
  REQUIRE(model.variables.size() == 7);
  CHECK(model.variables[1].name == "build_o1");
  CHECK(model.variables[1].cost == 3.0);
  CHECK(model.variables[variable_of_demand(problem, 1)].name == "counts_d1");
  CHECK(model.variables[variable_of_demand(problem, 1)].cost == 0.0);
  CHECK(model.variables[variable_of_demand(problem, 2)].lower == 1.0);
  REQUIRE(model.rows.size() == 1);
  CHECK(master.goal_row == 0);
  CHECK(model.rows[0].lower == doctest::Approx(6.0));
  CHECK(model.rows[0].terms == Terms{{4, 1.0}, {5, 5.0}, {6, 1.0}});
}

TEST_CASE("an exclusion group has a row before the goal row where it has several options") {
  Problem problem = row_of_three();
  problem.options[3].exclusion_group = problem.options[1].exclusion_group;
  const MasterModel master = master_model(problem);
  REQUIRE(master.model.rows.size() == 2);
  CHECK(master.model.rows[0].terms == Terms{{1, 1.0}, {3, 1.0}});
  CHECK(master.model.rows[0].upper == 1.0);
  CHECK(master.goal_row == 1);
}

TEST_CASE("a quota row counts multiplicities, and a quota of nothing has no row") {
  Problem problem = row_of_three();
  problem.goal.quotas = {0, 3};
  problem.demands[1].quota_group = problem.demands[2].quota_group = 1;
  problem.demands[2].multiplicity = 2;
  const MasterModel master = master_model(problem);
  REQUIRE(master.model.rows.size() == 2);
  CHECK(master.model.rows[1].terms == Terms{{5, 1.0}, {6, 2.0}});
  CHECK(master.model.rows[1].lower == 3.0);
}

TEST_CASE("with a budget the value is maximised, and its negative minimised") {
  Problem problem = row_of_three();
  problem.goal.budget_capex = 5.0;
  problem.options[3].capex = 0.0;
  const MasterModel master = master_model(problem);
  CHECK(master.model.sense == milp::Sense::kMaximise);
  CHECK(master.model.variables[0].cost == 0.0);
  CHECK(master.model.variables[4].cost == 1.0);
  CHECK(master.model.rows[master.goal_row].upper == 5.0);
  CHECK(master.model.rows[master.goal_row].terms == Terms{{0, 2.0}, {1, 3.0}, {2, 3.0}});
  const MasterModel turned = minimised(master);
  CHECK(turned.model.sense == milp::Sense::kMinimise);
  CHECK(turned.model.variables[4].cost == -1.0);
  CHECK(turned.goal_row == master.goal_row);
}
