#include "sim/optimisation/covering/cuts/zero_half_cuts.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

TEST_CASE("zero-half cuts: three cover cuts of a triangle add up to 3, half of which is 2 in whole numbers") {
  const Problem problem = triangle();
  const progress::Progress silent;
  CutRelaxation relaxation(problem, master_model(problem));
  relaxation.tighten(10, silent);
  const std::vector<Cut> cuts = zero_half_cuts(problem, relaxation);
  REQUIRE(cuts.size() == 1);
  CHECK(cuts[0].kind == CutKind::kZeroHalf);
  // x_0 + x_1 + x_2 + (1 − z_0) + (1 − z_1) + (1 − z_2) ≥ 2
  CHECK(cuts[0].options == std::vector<std::pair<OptionIndex, double>>{{0, 1.0}, {1, 1.0}, {2, 1.0}});
  CHECK(cuts[0].demands == std::vector<std::pair<DemandIndex, double>>{{0, -1.0}, {1, -1.0}, {2, -1.0}});
  CHECK(cuts[0].rhs == -1.0);
  relaxation.add(cuts);
  CHECK(relaxation.tighten(10, silent).objective == doctest::Approx(2.0));
  CHECK(zero_half_cuts(problem, relaxation).empty());
}

TEST_CASE("zero-half cuts: a cut whose coefficients are no whole numbers is not summed") {
  const Problem problem = triangle();
  const progress::Progress silent;
  // The same cover cuts, halved.
  CutRelaxation relaxation(problem, master_model(problem));
  std::vector<Cut> halved;
  for (DemandIndex d = 0; d < 3; ++d) {
    const OptionIndex next = (d + 1) % 3;
    halved.push_back({.kind = CutKind::kSubproblem, .options = {{d, 0.5}, {next, 0.5}}, .demands = {{d, -0.5}}});
  }
  relaxation.add(halved);
  CHECK(relaxation.tighten(10, silent).objective == doctest::Approx(1.5));
  CHECK(zero_half_cuts(problem, relaxation).empty());
}
