#include "sim/optimisation/covering/heuristic/greedy_construction.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong::covering;
using namespace phusong::tests;

using Options = std::vector<OptionIndex>;

namespace {

/// Selection by construction from nothing, with the profits and costs that a search uses.
Options constructed(const Problem& problem) {
  std::vector<double> cost, profit;
  Options all;
  for (const Option& option : problem.options) {
    all.push_back(static_cast<OptionIndex>(all.size()));
    cost.push_back(option.cost);
  }
  for (const Demand& demand : problem.demands)
    profit.push_back(demand.value);
  CoverageCount count(problem);
  construct_greedily({.problem = problem, .cost = cost, .profit = profit}, count, all);
  return count.selection();
}

}  // namespace

TEST_CASE("the construction builds the most score per cost first, and removes what has become redundant") {
  // Option 0 comes first by its score; the other two, without which demands 2 and 3 do not count, make it redundant.
  const Problem problem =
      problem_of({1.0, 1.5, 1.5}, {demand_by({0, 1}), demand_by({0, 2}), demand_by({1}), demand_by({2})});
  CHECK(constructed(problem) == Options{1, 2});
}

TEST_CASE("the construction stops at the target") {
  Problem problem = row_of_three();
  problem.options[1].cost = 2.5;
  problem.goal.least_value = 2.0;
  CHECK(constructed(problem) == Options{1});
}

TEST_CASE("with a budget the construction goes on with options that still fit") {
  Problem problem = problem_of({2.0, 3.0, 1.0}, {demand_by({0}, 9.0), demand_by({1}, 8.0), demand_by({2}, 1.0)});
  problem.goal.budget_capex = 3.0;
  CHECK(constructed(problem) == Options{0, 2});
}

TEST_CASE("the construction builds one option of an exclusion group, and knows that the goal is not reached") {
  Problem problem = problem_of({1.0, 9.0}, {demand_by({0, 1}), demand_by({1})});
  problem.options[1].exclusion_group = 0;
  CHECK(constructed(problem) == Options{0});
  CoverageCount count(problem);
  count.build(0);
  CHECK_FALSE(reaches_goal(problem, count));
}

TEST_CASE("once the target is reached, only demands of a group below its quota are worth anything") {
  Problem problem = problem_of({1.0, 1.0, 9.0}, {demand_by({0}), demand_by({1}), demand_by({2})});
  problem.demands[2].quota_group = 1;
  problem.goal = {.least_value = 1.0, .quotas = {0, 1}};
  CHECK(constructed(problem) == Options{2});
}

TEST_CASE("with a budget nothing is removed that carries value, without one the most expensive goes first") {
  Problem problem = row_of_three();
  CoverageCount count(problem);
  for (OptionIndex i = 0; i < 4; ++i)
    count.build(i);
  remove_redundant(problem, count, count.selection());
  CHECK(count.selection() == Options{0, 2});
  problem.goal.budget_capex = 100.0;
  remove_redundant(problem, count, count.selection());
  CHECK(count.selection() == Options{0, 2});
}
