#include "sim/optimisation/covering/presolve/presolve.h"

#include <doctest/doctest.h>

#include "sim/optimisation/covering/presolve/coverage_upper_bound.h"
#include "tests/optimisation/covering/random_problem.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong::covering;
using namespace phusong::tests;

TEST_CASE("a demand that counts already leaves the problem with its part of target and quota") {
  Problem problem = row_of_three();
  problem.demands[0].counts_already = true;
  problem.demands[0].value = 10.0;
  problem.goal = {.least_value = 11.0, .quotas = {3}};
  const PresolvedProblem presolved = presolve(problem);
  CHECK(presolved.counted_value == 10.0);
  CHECK(presolved.problem.goal.least_value == doctest::Approx(1.0));
  CHECK(presolved.problem.goal.quotas == std::vector<std::size_t>{2});
  CHECK(presolved.problem.demands.size() == 2);
}

TEST_CASE("options keep their numbers in the original problem") {
  // Option 0 covers nothing once its demand counts already; option 1 costs more than 2 and covers no more then.
  Problem problem = row_of_three();
  problem.demands[0].counts_already = true;
  problem.options[1].cost = 4.0;
  const PresolvedProblem presolved = presolve(problem);
  CHECK(presolved.original == std::vector<OptionIndex>{2, 3});
  CHECK(presolved.problem.demands[0].alternatives[0].points[0].cover_sets[0] == std::vector<OptionIndex>{0});
  CHECK(presolved.problem.demands[1].alternatives[0].points[0].cover_sets[0] == std::vector<OptionIndex>{0, 1});
}

TEST_CASE("a target over whole values is rounded up") {
  Problem problem = row_of_three();
  problem.goal.least_value = 1.2;
  CHECK(presolve(problem).problem.goal.least_value == 2.0);
  problem.demands[0].value = 0.5;
  CHECK(presolve(problem).problem.goal.least_value == 1.2);
}

TEST_CASE("presolve does not change the optimum") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Problem problem = random_problem(seed, seed % 2 == 0);
    const PresolvedProblem presolved = presolve(problem);
    const double best = best_by_enumeration(problem), reduced = best_by_enumeration(presolved.problem);
    REQUIRE((best < 0.0) == (reduced < 0.0));
    if (best < 0.0) continue;
    CHECK(reduced + (problem.goal.budget_capex ? presolved.counted_value : 0.0) == doctest::Approx(best));
  }
}

TEST_CASE("the coverage upper bound builds everything, whatever excludes each other") {
  Problem problem = problem_of({1.0, 1.0}, {demand_by({0}), demand_by({1}), demand_by({})});
  problem.options[1].exclusion_group = 0;
  problem.goal.quotas = {2};
  CHECK(coverage_upper_bound(problem).value == 2.0);
  CHECK(coverage_upper_bound(problem).count_in_quota_group == std::vector<std::size_t>{2});
  CHECK_FALSE(may_be_feasible(problem));
  problem.goal.least_value = 2.0;
  CHECK(may_be_feasible(problem));
  problem.goal.quotas = {3};
  CHECK_FALSE(may_be_feasible(problem));
}

TEST_CASE("the maximum coverage relaxation asks for the most value at any cost, without quotas") {
  Problem problem = row_of_three();
  problem.goal.quotas = {3};
  const Problem relaxed = maximum_coverage_relaxation(problem);
  CHECK(relaxed.goal.quotas.empty());
  CHECK(best_by_enumeration(relaxed) == 3.0);
}
