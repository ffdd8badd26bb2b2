#include "sim/optimisation/covering/decomposition/lagrangian_dual.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <array>

#include "sim/optimisation/covering/cuts/integer_cuts.h"
#include "sim/optimisation/covering/presolve/presolve.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/optimisation/covering/solve.h"
#include "tests/optimisation/covering/random_problem.h"
#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

namespace {

constexpr double kWithoutEnd = 1e9;

double bound_by_regions(const Problem& problem, std::size_t demands, bool with_branching) {
  const progress::Progress silent;
  const CoverageCount count(problem);
  LagrangianDual dual(problem, count);
  dual.iterate({.iterations = 8, .demands = demands}, silent, kWithoutEnd);
  if (with_branching) dual.branch(2 * demands, {}, silent);
  return dual.bound();
}

/// Bound of the relaxation in one piece, with the same kinds of cuts.
double bound_at_once(const Problem& problem) {
  const progress::Progress silent;
  CutRelaxation relaxation(problem, minimised(master_model(problem)));
  relaxation.tighten(40, silent);
  return tighten_by_integer_cuts(problem, relaxation, 6, silent).objective;
}

}  // namespace

TEST_CASE("the initial multiplier is the median dual of the regions' goal rows") {
  // Three demands with an option each, at costs 1, 2 and 3.
  const Problem problem = problem_of({1.0, 2.0, 3.0}, {demand_by({0}), demand_by({1}), demand_by({2})});
  const progress::Progress silent;
  const CoverageCount count(problem);
  LagrangianDual dual(problem, count);
  dual.iterate({.iterations = 0, .demands = 1}, silent, kWithoutEnd);
  // At a multiplier of 2, and cover cuts that pay each option in full, a demand's reduced cost is its cost less 2.
  const std::vector<double> costs = dual.reduced_costs();
  CHECK(costs[0] == doctest::Approx(0.0));
  CHECK(costs[3] == doctest::Approx(-1.0));
  CHECK(costs[4] == doctest::Approx(0.0));
  CHECK(costs[5] == doctest::Approx(1.0));
  CHECK(dual.bound() == -milp::kInfinity);
}

TEST_CASE("each iteration steps the multiplier up while too little counts, until the bound is the optimum") {
  const Problem problem = problem_of({1.0, 2.0, 3.0}, {demand_by({0}), demand_by({1}), demand_by({2})});
  const progress::Progress silent;
  const CoverageCount count(problem);
  LagrangianDual dual(problem, count);
  // 2 · 3 for the target, less what the first demand pays above its cost.
  dual.iterate({.iterations = 1, .demands = 1}, silent, kWithoutEnd);
  CHECK(dual.bound() == doctest::Approx(5.0));
  dual.iterate({.iterations = 12, .demands = 1}, silent, kWithoutEnd);
  CHECK(dual.bound() == doctest::Approx(6.0));
}

TEST_CASE("the Lagrangian dual is never above the best of all selections") {
  std::array<int, 2> above_nothing{};  // problems with a budget, problems with a target
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const PresolvedProblem presolved = presolve(random_problem(seed, seed % 2 == 0));
    const Problem& problem = presolved.problem;
    const double best = best_by_enumeration(problem);
    if (best < 0.0 || problem.options.empty() || problem.demands.empty()) continue;
    const double cost = problem.goal.budget_capex ? -best : best;
    for (const std::size_t demands : {1UL, 3UL}) {
      for (const bool with_branching : {false, true}) {
        const double bound = bound_by_regions(problem, demands, with_branching);
        CHECK(bound <= cost + 1e-5);
        const bool says_something = problem.goal.budget_capex ? bound > 1.0 - total_value(problem) : bound > 1.0;
        above_nothing[seed % 2] += says_something ? 1 : 0;
      }
    }
  }
  CHECK(above_nothing[0] > 50);
  CHECK(above_nothing[1] > 50);
}

TEST_CASE("the Lagrangian dual comes near the relaxation in one piece, and branching raises it") {
  for (unsigned seed = 1; seed <= 2; ++seed) {
    CAPTURE(seed);
    const Problem problem =
        presolve(random_province({.demands = 60, .options = 250, .side_km = 18.0, .seed = seed})).problem;
    const double whole = bound_at_once(problem), by_regions = bound_by_regions(problem, 20, false);
    CHECK(by_regions <= whole * (1.0 + 1e-3));  // the last rounds of cuts are not the same
    CHECK(by_regions > 0.9 * whole);
    CHECK(bound_by_regions(problem, 20, true) > by_regions * (1.0 + 1e-6));
  }
}

TEST_CASE("without time the Lagrangian dual has no bound") {
  const Problem problem = presolve(random_province({.demands = 40, .options = 160, .side_km = 15.0})).problem;
  const progress::Progress silent;
  const CoverageCount count(problem);
  LagrangianDual dual(problem, count);
  dual.iterate({.iterations = 8, .demands = 10}, silent, 0.0);
  CHECK(dual.bound() == -milp::kInfinity);
}

TEST_CASE("a search with the Lagrangian dual keeps the goal and its bound, and is the same for one thread") {
  progress::Progress silent;
  const Settings settings{.gap = 0.02, .most_demands_in_one_relaxation = 20};
  for (const double budget : {0.0, 6000.0}) {
    CAPTURE(budget);
    Problem problem = random_province({.demands = 40, .options = 160, .side_km = 15.0, .target_share = 0.9});
    if (budget > 0.0) problem.goal.budget_capex = budget;
    const Solution by_regions = solve(problem, settings, silent), at_once = solve(problem, {.gap = 0.02}, silent);
    CHECK(by_regions.reached);
    CHECK(is_feasible(problem, by_regions.built));
    const double sign = budget > 0.0 ? -1.0 : 1.0;
    CHECK(sign * by_regions.bound <= sign * by_regions.objective + 1e-5);
    CHECK(sign * by_regions.bound <= sign * at_once.objective + 1e-5);
    CHECK(by_regions.gap < 0.1);
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    const Solution alone = solve(problem, settings, silent);
    CHECK(alone.built == by_regions.built);
    CHECK(alone.bound == by_regions.bound);
  }
}
