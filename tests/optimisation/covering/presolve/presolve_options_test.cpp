#include "sim/optimisation/covering/presolve/presolve_options.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong::covering;
using namespace phusong::tests;

using Flags = std::vector<bool>;

TEST_CASE("an option that covers nothing, or exceeds the budget alone, is not kept") {
  Problem problem = problem_of({1.0, 2.0, 3.0}, {demand_by({0}), demand_by({2})});
  CHECK(options_to_keep(problem) == Flags{true, false, true});
  problem.goal.budget_capex = 2.5;
  CHECK(options_to_keep(problem) == Flags{true, false, false});
}

TEST_CASE("an option is dominated by one that covers as much at no more cost, not by one that costs more") {
  // Option 1 covers all that option 0 does, and more.
  Problem problem = problem_of({1.0, 1.0, 5.0}, {demand_by({0, 1}), demand_by({1, 2}), demand_by({2})});
  CHECK(options_to_keep(problem) == Flags{false, true, true});
  problem.options[1].cost = 1.1;
  CHECK(options_to_keep(problem) == Flags{true, true, true});
  // With a budget capex decides, which is the same for both.
  problem.goal.budget_capex = 100.0;
  CHECK(options_to_keep(problem) == Flags{false, true, true});
}

TEST_CASE("of two equal options one is kept") {
  CHECK(options_to_keep(problem_of({1.0, 1.0}, {demand_by({0, 1})})) == Flags{false, true});
}

TEST_CASE("a dominating option may not push another one out of its exclusion group that covers something else") {
  // Option 1 dominates option 0, but excludes option 2.
  Problem problem = problem_of({1.0, 1.0, 1.0}, {demand_by({0, 1}), demand_by({1}), demand_by({2})});
  problem.options[2].exclusion_group = problem.options[1].exclusion_group;
  CHECK(options_to_keep(problem) == Flags{true, true, true});
  // Within one group option 1 takes the place of option 0.
  problem.options[0].exclusion_group = problem.options[1].exclusion_group;
  CHECK(options_to_keep(problem) == Flags{false, true, true});
}
