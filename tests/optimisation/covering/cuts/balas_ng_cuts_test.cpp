#include "sim/optimisation/covering/cuts/balas_ng_cuts.h"

#include <doctest/doctest.h>

#include "sim/optimisation/covering/cuts/integer_cuts.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

TEST_CASE("Balas-Ng cuts: a triangle takes two options") {
  const Problem problem = triangle();
  const progress::Progress silent;
  CutRelaxation relaxation(problem, master_model(problem));
  CHECK(relaxation.tighten(10, silent).objective == doctest::Approx(1.5));
  const std::vector<Cut> cuts = balas_ng_cuts(problem, relaxation);
  REQUIRE(cuts.size() == 1);
  CHECK(cuts[0].kind == CutKind::kBalasNg);
  CHECK(cuts[0].options == std::vector<std::pair<OptionIndex, double>>{{0, 1.0}, {1, 1.0}, {2, 1.0}});
  CHECK(cuts[0].demands == std::vector<std::pair<DemandIndex, double>>{{0, -1.0}, {1, -1.0}, {2, -1.0}});
  CHECK(cuts[0].rhs == -1.0);
  CHECK(tighten_by_integer_cuts(problem, relaxation, 5, silent).objective == doctest::Approx(2.0));
}

TEST_CASE("Balas-Ng cuts: an option that all of the demands share has coefficient 2") {
  // Option 3 may serve all three demands alone, but costs as much as two others.
  Problem problem = triangle();
  problem.options.push_back({.name = "o3", .cost = 1.9, .exclusion_group = 3});
  for (Demand& demand : problem.demands)
    demand.alternatives[0].points[0].cover_sets[0].push_back(3);
  const progress::Progress silent;
  CutRelaxation relaxation(problem, master_model(problem));
  CHECK(relaxation.tighten(10, silent).objective == doctest::Approx(1.5));
  const std::vector<Cut> cuts = balas_ng_cuts(problem, relaxation);
  REQUIRE(cuts.size() == 1);
  CHECK(cuts[0].options.back() == std::pair<OptionIndex, double>{3, 2.0});
  CHECK(tighten_by_integer_cuts(problem, relaxation, 5, silent).objective == doctest::Approx(1.9));
}

TEST_CASE("Balas-Ng cuts: a relaxation of whole options has none") {
  const Problem problem = row_of_three();
  const progress::Progress silent;
  CutRelaxation relaxation(problem, master_model(problem));
  CHECK(relaxation.tighten(10, silent).objective == doctest::Approx(5.0));
  CHECK(balas_ng_cuts(problem, relaxation).empty());
}
