#include "sim/optimisation/milp/growing_relaxation.h"

#include <doctest/doctest.h>

#include "tests/optimisation/milp/small_models.h"

using namespace phusong::milp;
using namespace phusong::tests;

TEST_CASE("a relaxation that rows are added to, one by one, is that of the model with all rows") {
  const Model whole = triangle_cover();
  Model without = whole;
  without.rows.clear();
  GrowingRelaxation growing(without);
  CHECK(growing.solve().objective == doctest::Approx(0.0));
  growing.add_rows({whole.rows[0]});
  CHECK(growing.solve().objective == doctest::Approx(1.0));
  growing.add_rows({whole.rows[1], whole.rows[2]});
  const Relaxation all = growing.solve();
  CHECK(all.objective == doctest::Approx(solve_relaxation(whole).objective));
  CHECK(all.row_duals.size() == 3);
}

TEST_CASE("rows that are removed bind no more, and those behind move up") {
  GrowingRelaxation growing(triangle_cover());
  CHECK(growing.solve().objective == doctest::Approx(1.5));
  growing.remove_rows({0, 1});
  const Relaxation rest = growing.solve();
  CHECK(rest.objective == doctest::Approx(1.0));
  REQUIRE(rest.row_duals.size() == 1);
  CHECK(rest.row_duals[0] == doctest::Approx(1.0));
}

TEST_CASE("bounds of a variable may be changed between two solutions") {
  GrowingRelaxation growing(triangle_cover());
  growing.set_bounds(0, 0.0, 0.0);
  CHECK(growing.solve().objective == doctest::Approx(2.0));
  growing.set_bounds(0, 1.0, 1.0);
  CHECK(growing.solve().objective == doctest::Approx(2.0));
  growing.set_bounds(1, 0.0, 0.0);
  growing.set_bounds(2, 0.0, 0.0);
  CHECK_FALSE(growing.solve().feasible);
}

TEST_CASE("a relaxation that is maximised has its own signs") {
  GrowingRelaxation growing(knapsack());
  const Relaxation relaxed = growing.solve();
  CHECK(relaxed.objective == doctest::Approx(60.0 + 100.0 + 80.0 - 98.0));
  CHECK(relaxed.row_duals[0] == doctest::Approx(4.0));
}
