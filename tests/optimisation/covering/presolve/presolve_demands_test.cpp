#include "sim/optimisation/covering/presolve/presolve_demands.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong::covering;
using namespace phusong::tests;

using CoverSets = std::vector<std::vector<OptionIndex>>;

TEST_CASE("presolve merges points with equal cover sets and drops a cover set that contains another one") {
  Alternative alternative{
      .points = {point_by({0}, 0.3), point_by({0}, 0.3), {.weight = 0.4, .cover_sets = {{0, 1}, {1}}}},
      .least_weight = 1.0};
  REQUIRE(presolve_alternative(alternative));
  REQUIRE(alternative.points.size() == 2);
  CHECK(alternative.points[0].cover_sets == CoverSets{{0}});
  CHECK(alternative.points[0].weight == doctest::Approx(0.6));
  CHECK(alternative.points[1].cover_sets == CoverSets{{1}});
}

TEST_CASE("presolve raises a right-hand side to the next sum of weights") {
  Alternative alternative{
      .points = {point_by({0}, 0.25), point_by({1}, 0.25), point_by({2}, 0.25), point_by({3}, 0.25)},
      .least_weight = 0.6};
  REQUIRE(presolve_alternative(alternative));
  CHECK(alternative.least_weight == doctest::Approx(0.75));
  // No point counts for more than what is required.
  Alternative heavy{.points = {point_by({0}, 9.0), point_by({1}, 1.0)}, .least_weight = 1.0};
  REQUIRE(presolve_alternative(heavy));
  CHECK(heavy.points[0].weight == 1.0);
}

TEST_CASE("presolve takes a served point off the right-hand side, and drops one that can never be served") {
  Alternative alternative{.points = {{.weight = 0.5, .cover_sets = {}}, point_by({0}, 0.5), point_by({}, 0.5)},
                          .least_weight = 1.0};
  REQUIRE(presolve_alternative(alternative));
  REQUIRE(alternative.points.size() == 1);
  CHECK(alternative.least_weight == doctest::Approx(0.5));
  Alternative met{.points = {{.weight = 1.0, .cover_sets = {}}, point_by({0})}, .least_weight = 1.0};
  REQUIRE(presolve_alternative(met));
  CHECK(met.points.empty());
  Alternative never{.points = {point_by({}, 0.7), point_by({0}, 0.3)}, .least_weight = 0.5};
  CHECK_FALSE(presolve_alternative(never));
}

TEST_CASE("a demand with an alternative that is met counts already, one whose alternatives are all out has none left") {
  std::vector<Demand> demands{demand_by({}), demand_by({0}), demand_by({0})};
  demands[2].alternatives.push_back({.points = {{.weight = 1.0, .cover_sets = {}}}, .least_weight = 1.0});
  presolve_demands(demands);
  CHECK(demands[0].alternatives.empty());
  CHECK_FALSE(demands[1].counts_already);
  CHECK(demands[2].counts_already);
}

TEST_CASE("equal demands are merged with the sum of their values, across quota groups where there is no quota") {
  const std::vector<Demand> demands{demand_by({0, 1}, 3.0), demand_by({0}, 1.0), demand_by({0, 1}, 5.0)};
  const std::vector<Demand> merged = merge_equal_demands(demands, true);
  REQUIRE(merged.size() == 2);
  CHECK(merged[0].value == 8.0);
  CHECK(merged[0].multiplicity == 2);
  std::vector<Demand> apart = demands;
  apart[2].quota_group = 1;
  CHECK(merge_equal_demands(apart, true).size() == 3);
  CHECK(merge_equal_demands(apart, false).size() == 2);
}
