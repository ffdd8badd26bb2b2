#include "sim/optimisation/covering/heuristic/search.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

TEST_CASE("a search of three demands is optimal, and its bound is the objective") {
  progress::Progress silent;
  for (const Problem& problem : {triangle(), row_of_three()}) {
    const SearchResult result = search(problem, {.gap = 0.0}, silent);
    CHECK(result.feasible);
    CHECK(result.stopped_by == phusong::progress::StopReason::kOptimal);
    CHECK(result.bound == result.objective);
  }
}

TEST_CASE("where the construction misses the goal, the fallback decides whether any selection reaches it") {
  progress::Progress silent;
  // The greedy choice, option 0, excludes the only option that covers demand 1.
  Problem problem = problem_of({1.0, 9.0}, {demand_by({0, 1}), demand_by({1})});
  problem.options[1].exclusion_group = 0;
  const SearchResult found = search(problem, {}, silent);
  CHECK(found.feasible);
  CHECK(found.built == std::vector<OptionIndex>{1});
  CHECK(found.solver == "CBC");
  problem.demands.push_back(demand_by({0}));
  problem.goal.least_value = 3.0;
  CHECK_FALSE(search(problem, {}, silent).feasible);
}

TEST_CASE("a goal that is reached already needs no search") {
  progress::Progress silent;
  Problem problem = row_of_three();
  problem.goal.least_value = 0.0;
  const SearchResult result = search(problem, {}, silent);
  CHECK(result.feasible);
  CHECK(result.built.empty());
  CHECK(result.objective == 0.0);
}

TEST_CASE("a search with the Lagrangian dual finds the same optimum") {
  progress::Progress silent;
  const SearchResult result = search(row_of_three(), {.gap = 0.0, .most_demands_in_one_relaxation = 1}, silent);
  CHECK(result.objective == doctest::Approx(5.0));
  CHECK(result.bound <= result.objective);
}
