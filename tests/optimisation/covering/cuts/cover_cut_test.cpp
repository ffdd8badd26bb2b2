#include "sim/optimisation/covering/cuts/cover_cut.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong::covering;
using namespace phusong::tests;

using Options = std::vector<OptionIndex>;

namespace {

/// Four points of a quarter each, of which half are required; each has an option of its own.
Demand quarters() {
  return {
      .alternatives = {{.points = {point_by({0}, 0.25), point_by({1}, 0.25), point_by({2}, 0.25), point_by({3}, 0.25)},
                        .least_weight = 0.5}}};
}

}  // namespace

TEST_CASE("a cover cut takes as many points as the demand cannot bear to lose, those with the least x") {
  const Problem problem = problem_of({1.0, 1.0, 1.0, 1.0}, {quarters()});
  CoverCutSeparator separator(problem);
  const std::vector<double> x{0.1, 0.2, 0.9, 0.3};
  // It bears the loss of two quarters, but not of three.
  const auto options = separator.violated(0, x, 1.0, 1e-3);
  REQUIRE(options);
  CHECK(*options == Options{0, 1, 3});
  CHECK_FALSE(separator.violated(0, x, 0.6, 1e-3));
}

TEST_CASE("a cover cut joins points of all alternatives: without its options none of them is met") {
  Demand demand = quarters();
  demand.alternatives.push_back({.points = {point_by({4})}, .least_weight = 1.0});
  const Problem problem = problem_of({1.0, 1.0, 1.0, 1.0, 1.0}, {demand});
  CoverCutSeparator separator(problem);
  const auto options = separator.violated(0, {0.0, 0.0, 0.0, 1.0, 0.0}, 1.0, 1e-3);
  REQUIRE(options);
  CHECK(*options == Options{0, 1, 2, 4});
  CHECK_FALSE(separator.violated(0, {0.0, 0.0, 0.0, 1.0, 1.0}, 1.0, 1e-3));
}

TEST_CASE("of the cover sets of a point the one with the least x blocks it") {
  Demand demand{.alternatives = {{.points = {{.weight = 1.0, .cover_sets = {{0, 1}, {2}}}}, .least_weight = 1.0}}};
  const Problem problem = problem_of({1.0, 1.0, 1.0}, {demand});
  CoverCutSeparator separator(problem);
  CHECK(separator.violated(0, {0.2, 0.1, 0.9}, 1.0, 1e-3) == Options{0, 1});
  CHECK(separator.violated(0, {0.6, 0.6, 0.5}, 1.0, 1e-3) == Options{2});
}

TEST_CASE("a cover cut says that the options together are at least z") {
  const Cut cut = cover_cut(2, {1, 3});
  CHECK(cut.kind == CutKind::kCover);
  CHECK(cut.rhs == 0.0);
  CHECK(cut.options == std::vector<std::pair<OptionIndex, double>>{{1, 1.0}, {3, 1.0}});
  CHECK(cut.demands == std::vector<std::pair<DemandIndex, double>>{{2, -1.0}});
}
