#include "sim/optimisation/covering/cuts/cut.h"

#include <doctest/doctest.h>

#include "sim/optimisation/covering/cuts/cut_selection.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

namespace {

/// 2 x_0 + x_2 − z_1 ≥ 0.5 over three options and three demands.
Cut sample_cut() {
  return {.options = {{0, 2.0}, {2, 1.0}}, .demands = {{1, -1.0}}, .rhs = 0.5};
}

}  // namespace

TEST_CASE("a cut is a row of the master model, its demands behind the options") {
  const std::vector<milp::Row> rows = rows_of(triangle(), {sample_cut()});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].lower == 0.5);
  CHECK(rows[0].upper == milp::kInfinity);
  CHECK(rows[0].terms == std::vector<std::pair<std::size_t, double>>{{0, 2.0}, {2, 1.0}, {4, -1.0}});
}

TEST_CASE("the left-hand side of a cut, and what its dual leaves of the costs") {
  CHECK(left_side(triangle(), sample_cut(), {0.5, 1.0, 0.25, 0.0, 0.75, 0.0}) == doctest::Approx(1.0 + 0.25 - 0.75));
  std::vector<double> costs{10.0, 10.0, 10.0, 0.0, 0.0, 0.0};
  subtract_dual(triangle(), sample_cut(), 3.0, costs);
  CHECK(costs == std::vector<double>{4.0, 10.0, 7.0, 0.0, 3.0, 0.0});
}

TEST_CASE("cut selection refuses a cut from the same rows, and a fourth one of a demand") {
  CutSelection selection;
  CHECK(selection.accept({0, 1}, {1, 2}));
  CHECK_FALSE(selection.accept({0, 1}, {1, 2}));
  CHECK(selection.accept({0, 2}, {1, 3}));
  CHECK(selection.accept({0}, {1, 4}));
  CHECK_FALSE(selection.accept({0, 3}, {1, 5}));
  CHECK(selection.accept({1, 2, 3}, {1, 5}));
}
