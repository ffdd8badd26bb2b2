#include "sim/optimisation/covering/heuristic/large_neighbourhood_search.h"

#include <doctest/doctest.h>

#include "sim/optimisation/covering/heuristic/greedy_construction.h"
#include "sim/optimisation/covering/presolve/presolve.h"
#include "sim/optimisation/covering/problem/value.h"
#include "tests/optimisation/covering/random_problem.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

TEST_CASE("a large neighbourhood search turns an expensive selection into the best one") {
  const Problem problem = row_of_three();
  const progress::Progress silent;
  CoverageCount count(problem);
  for (const OptionIndex option : {1U, 2U})
    count.build(option);
  large_neighbourhood_search(problem, std::vector<bool>(4, true), {.rounds = 5, .demands = 3}, count, silent);
  CHECK(count.cost() == doctest::Approx(5.0));
}

TEST_CASE("with a budget the search exchanges options for ones of more value") {
  Problem problem = problem_of({2.0, 2.0, 2.0}, {demand_by({0}, 1.0), demand_by({1}, 5.0), demand_by({2}, 3.0)});
  problem.goal.budget_capex = 4.0;
  const progress::Progress silent;
  CoverageCount count(problem);
  count.build(0);
  count.build(2);
  large_neighbourhood_search(problem, std::vector<bool>(3, true), {.rounds = 20, .demands = 3}, count, silent);
  CHECK(count.value() == 8.0);
}

TEST_CASE("the search ends after the round that its caller is content with") {
  const Problem problem = row_of_three();
  const progress::Progress silent;
  CoverageCount count(problem);
  count.build(1);
  count.build(3);
  std::size_t rounds = 0;
  const NeighbourhoodSearchLimits limits{.rounds = 10, .demands = 3, .content = [&](double) { return ++rounds == 2; }};
  large_neighbourhood_search(problem, std::vector<bool>(4, true), limits, count, silent);
  CHECK(rounds == 2);
}

TEST_CASE("the search never leaves the goal, and never gets worse") {
  const progress::Progress silent;
  int improved = 0;
  for (unsigned seed = 1; seed <= 80; ++seed) {
    CAPTURE(seed);
    const Problem problem = presolve(random_problem(seed, seed % 2 == 0)).problem;
    if (problem.demands.empty() || problem.options.empty()) continue;
    CoverageCount count(problem);
    const std::vector<double> ones(problem.options.size(), 1.0), profit(problem.demands.size(), 1.0);
    std::vector<OptionIndex> all;
    for (OptionIndex i = 0; i < problem.options.size(); ++i)
      all.push_back(i);
    construct_greedily({.problem = problem, .cost = ones, .profit = profit}, count, all);
    if (!reaches_goal(problem, count)) continue;
    const bool maximises = problem.goal.budget_capex.has_value();
    const double before = maximises ? -count.value() : count.cost();
    large_neighbourhood_search(problem, std::vector<bool>(all.size(), true), {.rounds = 6, .demands = 2}, count,
                               silent);
    CHECK(is_feasible(problem, count.selection()));
    const double after = maximises ? -count.value() : count.cost();
    CHECK(after <= before + 1e-9);
    improved += after < before - 1e-9 ? 1 : 0;
  }
  CHECK(improved > 10);
}
