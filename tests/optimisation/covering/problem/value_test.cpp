#include "sim/optimisation/covering/problem/value.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong::covering;
using namespace phusong::tests;

TEST_CASE("a point with two cover sets is served by one option of each, not by two of one") {
  const Demand demand{
      .alternatives = {{.points = {{.weight = 1.0, .cover_sets = {{0, 1}, {2}}}}, .least_weight = 1.0}}};
  CHECK_FALSE(counts(demand, {true, true, false}));
  CHECK_FALSE(counts(demand, {false, false, true}));
  CHECK(counts(demand, {false, true, true}));
}

TEST_CASE("a demand counts by any one of its alternatives, or already") {
  Demand demand{.alternatives = {{.points = {point_by({0})}, .least_weight = 1.0},
                                 {.points = {point_by({1}, 0.5), point_by({2}, 0.5)}, .least_weight = 1.0}}};
  CHECK(counts(demand, {true, false, false}));
  CHECK_FALSE(counts(demand, {false, true, false}));
  CHECK(counts(demand, {false, true, true}));
  demand.counts_already = true;
  CHECK(counts(demand, {false, false, false}));
}

TEST_CASE("a required weight is met up to rounding, and not below it") {
  const Demand demand{.alternatives = {{.points = {point_by({0}, 0.1), point_by({0}, 0.2)}, .least_weight = 0.3}}};
  CHECK(counts(demand, {true}));
  Demand more = demand;
  more.alternatives[0].least_weight = 0.3 + 1e-8;
  CHECK_FALSE(counts(more, {true}));
}

TEST_CASE("totals add up cost, capex, value and the multiplicities of a quota group") {
  Problem problem = row_of_three();
  problem.goal.quotas = {0, 0};
  problem.demands[1].quota_group = 1;
  problem.demands[1].multiplicity = 4;
  problem.demands[1].value = 7.0;
  const Totals totals = totals_of(problem, {1});
  CHECK(totals.cost == 3.0);
  CHECK(totals.capex == 3.0);
  CHECK(totals.value == 8.0);
  CHECK(totals.count_in_quota_group == std::vector<std::size_t>{1, 4});
  CHECK(value_of(problem, {1}) == 8.0);
  CHECK(total_value(problem) == 9.0);
}

TEST_CASE(
    "a selection is infeasible below its target, below a quota, above its budget, or with two options of a group") {
  Problem problem = row_of_three();
  CHECK(is_feasible(problem, {0, 2}));
  CHECK_FALSE(is_feasible(problem, {0, 1}));
  problem.goal.least_value = 2.0;
  CHECK(is_feasible(problem, {0, 1}));
  problem.goal.quotas = {3};
  CHECK_FALSE(is_feasible(problem, {0, 1}));
  problem.goal.quotas.clear();
  problem.options[1].exclusion_group = 0;
  CHECK_FALSE(is_feasible(problem, {0, 1}));
  problem.goal.budget_capex = 4.999;
  CHECK_FALSE(is_feasible(problem, {0, 2}));
  problem.goal.budget_capex = 5.0;
  CHECK(is_feasible(problem, {0, 2}));
}

TEST_CASE("values are whole up to rounding") {
  Problem problem = row_of_three();
  CHECK(has_whole_values(problem));
  problem.demands[2].value = 12.5;
  CHECK_FALSE(has_whole_values(problem));
}
