#include "sim/optimisation/covering/cuts/cut_relaxation.h"

#include <doctest/doctest.h>

#include "sim/optimisation/covering/presolve/presolve.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "tests/optimisation/covering/random_problem.h"

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
