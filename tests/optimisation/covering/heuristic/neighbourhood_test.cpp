#include "sim/optimisation/covering/heuristic/neighbourhood.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

using Options = std::vector<OptionIndex>;
using Demands = std::vector<DemandIndex>;

TEST_CASE("a neighbourhood has the options of its demands and all that these cover") {
  const Problem problem = row_of_three();
  const CoverageCount count(problem);
  const Neighbourhood whole = neighbourhood_of(count, {0}, {true, true, true, true});
  CHECK(whole.options == Options{0, 1});
  CHECK(whole.demands == Demands{0, 1});
  CHECK(neighbourhood_of(count, {0}, {true, false, true, true}).options == Options{0});
}

TEST_CASE("an option that is built is free though it is not allowed, one whose group a fixed option has is not") {
  Problem problem = row_of_three();
  problem.options[1].exclusion_group = problem.options[3].exclusion_group;
  CoverageCount count(problem);
  count.build(0);
  count.build(3);
  CHECK(neighbourhood_of(count, {0}, {false, true, true, true}).options == Options{0});
}

TEST_CASE("a residual problem leaves out what fixed options cover, and asks for what counts now") {
  const Problem problem = row_of_three();
  CoverageCount count(problem);
  for (const OptionIndex option : {0U, 1U, 2U})
    count.build(option);
  const Neighbourhood neighbourhood = neighbourhood_of(count, {0}, std::vector<bool>(4, true));
  const Problem residual = residual_problem(problem, count, neighbourhood, 0.0);
  REQUIRE(residual.options.size() == 2);
  REQUIRE(residual.demands.size() == 2);
  CHECK(residual.goal.least_value == 2.0);
  CHECK(residual.demands[0].alternatives[0].points[0].cover_sets[0] == Options{0, 1});
  // Option 2, which is fixed, serves demand 1.
  CHECK(residual.demands[1].alternatives[0].points[0].cover_sets.empty());
  CHECK(residual_problem(problem, count, neighbourhood, 1.0).goal.least_value == 1.0);
}

TEST_CASE("a residual problem has the part of budget and quotas that the rest leaves") {
  Problem problem = row_of_three();
  problem.goal = {.budget_capex = 9.0, .quotas = {3}};
  CoverageCount count(problem);
  for (const OptionIndex option : {0U, 1U, 2U})
    count.build(option);
  const Problem residual =
      residual_problem(problem, count, neighbourhood_of(count, {0}, std::vector<bool>(4, true)), 0.0);
  // 9 less the 8 that are spent, and 5 of the free options 0 and 1.
  CHECK(residual.goal.budget_capex == doctest::Approx(6.0));
  CHECK(residual.goal.quotas == std::vector<std::size_t>{2});
}

TEST_CASE("a residual problem is solved to better options, or to none") {
  const progress::Progress silent;
  const auto better = reoptimise(triangle(), 3.0, {}, silent);
  REQUIRE(better);
  CHECK(better->size() == 2);
  CHECK_FALSE(reoptimise(triangle(), 2.0, {}, silent));
}

TEST_CASE("where the rest covers everything, no option is better than some") {
  const progress::Progress silent;
  Problem residual = row_of_three();
  for (Demand& demand : residual.demands)
    demand.counts_already = true;
  const auto better = reoptimise(residual, 5.0, {}, silent);
  REQUIRE(better);
  CHECK(better->empty());
}
