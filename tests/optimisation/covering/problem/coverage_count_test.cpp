#include "sim/optimisation/covering/problem/coverage_count.h"

#include <doctest/doctest.h>

#include <random>

#include "sim/optimisation/covering/problem/value.h"
#include "tests/optimisation/covering/random_problem.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong::covering;
using namespace phusong::tests;

namespace {

void check_totals(const Problem& problem, const CoverageCount& count) {
  const Totals totals = totals_of(problem, count.selection());
  CHECK(count.value() == doctest::Approx(totals.value));
  CHECK(count.cost() == doctest::Approx(totals.cost));
  CHECK(count.capex() == doctest::Approx(totals.capex));
  for (std::size_t g = 0; g < totals.count_in_quota_group.size(); ++g)
    CHECK(count.count_in_quota_group(g) == totals.count_in_quota_group[g]);
}

}  // namespace

TEST_CASE("options that are built and removed at random leave the totals of what is built") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Problem problem = random_problem(seed, seed % 2 == 0);
    CoverageCount count(problem);
    std::mt19937 random(seed);
    for (int step = 0; step < 100; ++step) {
      const auto option = static_cast<OptionIndex>(random() % problem.options.size());
      if (count.built(option)) {
        count.remove(option);
      } else if (!count.group_is_taken(option)) {
        count.build(option);
      }
      check_totals(problem, count);
    }
  }
}

TEST_CASE("an exclusion group is taken by the option that is built, and free again after it") {
  Problem problem = row_of_three();
  problem.options[1].exclusion_group = problem.options[0].exclusion_group;
  CoverageCount count(problem);
  CHECK(count.holder_of_group(1) == CoverageCount::kNone);
  count.build(0);
  CHECK(count.group_is_taken(1));
  CHECK(count.holder_of_group(1) == 0);
  CHECK_FALSE(count.group_is_taken(2));
  count.remove(0);
  CHECK_FALSE(count.group_is_taken(1));
}

TEST_CASE("demands and options know each other, ascending and once") {
  const Problem problem = row_of_three();
  const CoverageCount count(problem);
  CHECK(count.demands_of(1) == std::vector<std::uint32_t>{0, 1});
  CHECK(count.options_of(2) == std::vector<OptionIndex>{2, 3});
}

TEST_CASE("the greedy score is the profit of demands times the share of the required weight that an option adds") {
  // Two of the four points are option 0's, three are required.
  Demand half{
      .alternatives = {{.points = {point_by({0}), point_by({0}), point_by({1}), point_by({2})}, .least_weight = 3.0}}};
  Demand twice{.alternatives = {{.points = {{.weight = 1.0, .cover_sets = {{0}, {1}}}}, .least_weight = 1.0}}};
  const Problem problem = problem_of({1.0, 1.0, 1.0}, {half, twice, demand_by({0})});
  CoverageCount count(problem);
  const std::vector<double> profit{6.0, 10.0, 100.0};
  CHECK(count.greedy_score(0, profit) == doctest::Approx(6.0 * 2.0 / 3.0 + 10.0 / 2.0 + 100.0));
  CHECK(count.greedy_score(1, profit) == doctest::Approx(6.0 / 3.0 + 10.0 / 2.0));
  count.build(0);
  // No more than what is required counts, a point that lacks one cover set is worth all of its weight.
  CHECK(count.greedy_score(1, profit) == doctest::Approx(6.0 / 3.0 + 10.0));
  count.build(1);
  CHECK(count.greedy_score(2, profit) == 0.0);
}

TEST_CASE("of several alternatives the one that gains most makes the greedy score") {
  const Demand demand{.alternatives = {{.points = {point_by({0}), point_by({1})}, .least_weight = 2.0},
                                       {.points = {point_by({0}, 3.0), point_by({1})}, .least_weight = 4.0}}};
  const Problem problem = problem_of({1.0, 1.0}, {demand});
  const CoverageCount count(problem);
  CHECK(count.greedy_score(0, {1.0}) == doctest::Approx(0.75));
  CHECK(count.greedy_score(1, {1.0}) == doctest::Approx(0.5));
}
