#include "sim/optimisation/milp/solve.h"

#include <doctest/doctest.h>

#include <random>

#include "tests/optimisation/milp/small_models.h"

using namespace phusong::milp;
using namespace phusong::tests;

TEST_CASE("a small knapsack is filled with its best pair") {
  const Solution solution = solve(knapsack(), {});
  CHECK(solution.outcome == Outcome::kOptimal);
  REQUIRE(solution.feasible);
  CHECK(solution.objective == doctest::Approx(100.0 + 22.0));
  CHECK(solution.bound == doctest::Approx(122.0));
  CHECK(solution.values == std::vector<double>{0.0, 1.0, 1.0});
}

TEST_CASE("the relaxation of a knapsack takes a part of the item at the margin, and prices the capacity") {
  const Relaxation relaxation = solve_relaxation(knapsack());
  REQUIRE(relaxation.feasible);
  // Values per weight are 6, 5 and 4: the first two whole, 2/3 of the third.
  CHECK(relaxation.objective == doctest::Approx(60.0 + 100.0 + 80.0 - 98.0));
  CHECK(relaxation.values[2] == doctest::Approx(2.0 / 3.0));
  CHECK(relaxation.row_duals[0] == doctest::Approx(4.0));
  CHECK(relaxation.reduced_costs[0] == doctest::Approx(20.0));
}

TEST_CASE("a cover of three edges of a triangle costs two nodes, its relaxation one and a half") {
  CHECK(solve(triangle_cover(), {}).objective == doctest::Approx(2.0));
  CHECK(solve_relaxation(triangle_cover()).objective == doctest::Approx(1.5));
}

TEST_CASE("a model without a solution is infeasible, one without an end is unbounded") {
  Model model = triangle_cover();
  model.rows.push_back({.name = "too_few", .upper = 1.0, .terms = {{0, 1.0}, {1, 1.0}, {2, 1.0}}});
  const Solution none = solve(model, {});
  CHECK(none.outcome == Outcome::kInfeasible);
  CHECK_FALSE(none.feasible);
  CHECK_FALSE(solve_relaxation(model).feasible);
  const Model endless{.sense = Sense::kMaximise, .variables = {{.name = "x1", .cost = 1.0, .integer = true}}};
  CHECK(solve(endless, {}).outcome == Outcome::kUnbounded);
}

TEST_CASE("a model without whole numbers is solved as it is, and one without variables is nothing") {
  Model line{.variables = {{.name = "x1", .upper = 4.0, .cost = 2.0}}, .constant = 3.0};
  line.rows.push_back({.name = "least", .lower = 1.5, .terms = {{0, 1.0}}});
  const Solution least = solve(line, {});
  CHECK(least.outcome == Outcome::kOptimal);
  CHECK(least.objective == doctest::Approx(6.0));
  CHECK(least.bound == doctest::Approx(6.0));
  CHECK(least.values == std::vector<double>{1.5});
  line.rows[0].lower = 5.0;
  CHECK(solve(line, {}).outcome == Outcome::kInfeasible);

  Model nothing{.constant = 7.0};
  CHECK(solve(nothing, {}).outcome == Outcome::kOptimal);
  CHECK(solve(nothing, {}).objective == 7.0);
  CHECK(solve(nothing, {}).bound == 7.0);
}

TEST_CASE("a search that stops early keeps its start solution, and its bound holds") {
  const Model model = random_cover(7, 120, 90);
  const Solution best = solve(model, {});
  REQUIRE(best.outcome == Outcome::kOptimal);
  const std::vector<double> all(model.variables.size(), 1.0);
  for (const std::int64_t nodes : {0, 1, 20}) {
    const Solution early = solve(model, {.nodes = nodes}, all);
    REQUIRE(early.feasible);
    CHECK(early.bound <= best.objective + 1e-6);
    CHECK(early.objective >= best.objective - 1e-6);
  }
  const Solution rough = solve(model, {.relative_gap = 0.2});
  CHECK(rough.bound <= best.objective + 1e-6);
  CHECK(rough.objective <= rough.bound * 1.25 + 1e-6);
  const Solution kept = solve(model, {.nodes = 0}, best.values);
  CHECK(kept.objective == doctest::Approx(best.objective));
}

TEST_CASE("a search ends where it is asked to stop") {
  const Solution stopped = solve(random_cover(3, 400, 300), {.stop_requested = [] { return true; }});
  CHECK(stopped.outcome == Outcome::kStopped);
}

TEST_CASE("the same model gives the same solution again") {
  const Model model = random_cover(11, 150, 120);
  const Solution first = solve(model, {.nodes = 30});
  const Solution second = solve(model, {.nodes = 30});
  CHECK(first.values == second.values);
  CHECK(first.bound == second.bound);
}
