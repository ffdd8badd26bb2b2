#include "sim/optimisation/covering/decomposition/region.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/optimisation/covering/random_problem.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong::covering;
using namespace phusong::tests;

using Demands = std::vector<DemandIndex>;

TEST_CASE("a region takes the demand that shares most of its options, and only free ones") {
  // Demand 1 shares half of its options with demand 0, demand 2 all of its own.
  const Problem problem = problem_of({1.0, 1.0, 1.0}, {demand_by({0, 1}), demand_by({1, 2}), demand_by({0})});
  const CoverageCount count(problem);
  CHECK(grow_region(count, 0, 2, {true, true, true}) == Demands{0, 2});
  CHECK(grow_region(count, 0, 2, {true, true, false}) == Demands{0, 1});
  CHECK(grow_region(count, 0, 3, {true, true, true}) == Demands{0, 1, 2});
}

TEST_CASE("a region ends where no other demand shares an option") {
  const Problem problem = problem_of({1.0, 1.0}, {demand_by({0}), demand_by({1}), demand_by({0})});
  const CoverageCount count(problem);
  CHECK(grow_region(count, 0, 3, {true, true, true}) == Demands{0, 2});
}

TEST_CASE("regions are a partition, whatever demand they begin with") {
  const Problem problem = row_of_three();
  const CoverageCount count(problem);
  CHECK(split_in_regions(count, 3, 2) == Regions{{0, 1}, {2}});
  CHECK(split_in_regions(count, 3, 2, 2) == Regions{{1, 2}, {0}});
  const Problem large = random_province({.demands = 50, .options = 120, .side_km = 15.0});
  const CoverageCount large_count(large);
  for (const std::size_t first : {0UL, 17UL, 49UL}) {
    Demands all;
    for (const Demands& region : split_in_regions(large_count, 50, 8, first)) {
      CHECK(region.size() <= 8);
      all.insert(all.end(), region.begin(), region.end());
    }
    std::ranges::sort(all);
    REQUIRE(all.size() == 50);
    for (DemandIndex d = 0; d < 50; ++d)
      CHECK(all[d] == d);
  }
}
