#include "sim/optimisation/covering/cuts/cut_relaxation.h"

#include <doctest/doctest.h>

#include "sim/optimisation/covering/presolve/presolve.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "tests/optimisation/covering/random_problem.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

TEST_CASE("a relaxation without time for new rows stays the one before, whose duals pay nothing for them") {
  const Problem problem =
      presolve(random_province({.demands = 12, .options = 40, .side_km = 9.0, .target_share = 0.8})).problem;
  const progress::Progress silent;
  CutRelaxation relaxation(problem, minimised(master_model(problem)));
  const double objective = relaxation.tighten(30, silent).objective;
  const std::size_t rows = relaxation.relaxation().row_duals.size();
  REQUIRE(relaxation.relaxation().feasible);
  REQUIRE(rows == relaxation.master_rows() + relaxation.cuts().size());
  relaxation.add({relaxation.cuts().front(), relaxation.cuts().back()});
  const milp::Relaxation& late = relaxation.tighten(30, silent, 0.0);
  CHECK(late.feasible);
  CHECK(late.objective == doctest::Approx(objective));
  REQUIRE(late.row_duals.size() == rows + 2);
  CHECK(late.row_duals[rows] == 0.0);
  CHECK(late.row_duals[rows + 1] == 0.0);
}

TEST_CASE("cover cuts alone tighten a row of three demands to its optimum") {
  const Problem problem = row_of_three();
  const progress::Progress silent;
  CutRelaxation relaxation(problem, master_model(problem));
  // Nothing links z to x before the first round.
  CHECK(relaxation.tighten(0, silent).objective == doctest::Approx(0.0));
  CHECK(relaxation.tighten(10, silent).objective == doctest::Approx(5.0));
  CHECK(relaxation.cuts().size() == 3);
  for (std::size_t c = 0; c < relaxation.cuts().size(); ++c) {
    CHECK(relaxation.cuts()[c].kind == CutKind::kCover);
    CHECK(relaxation.dual_of(c) >= 0.0);
  }
}

TEST_CASE("the lazy model has the cuts so far, and a separator for those that are missing") {
  const Problem problem = triangle();
  const progress::Progress silent;
  CutRelaxation relaxation(problem, master_model(problem));
  relaxation.tighten(10, silent);
  const milp::LazyModel lazy = relaxation.lazy_model();
  CHECK(lazy.model.rows.size() == relaxation.master_rows() + 3);
  CHECK(lazy.separator({1.0, 1.0, 0.0, 1.0, 1.0, 1.0}).empty());
  CHECK(lazy.separator({1.0, 0.0, 0.0, 1.0, 1.0, 1.0}).size() == 1);
}
