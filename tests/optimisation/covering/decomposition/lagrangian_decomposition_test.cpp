#include "sim/optimisation/covering/decomposition/lagrangian_decomposition.h"

#include <doctest/doctest.h>

#include <algorithm>

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

/// Bound after four rounds of cuts by subproblems of so many demands.
double bound_by_subproblems(const Problem& problem, std::size_t demands, double& before) {
  const progress::Progress silent;
  CutRelaxation relaxation(problem, minimised(master_model(problem)));
  before = relaxation.tighten(30, silent).objective;
  const CoverageCount count(problem);
  const LagrangianDecomposition decomposition(problem, count, split_in_regions(count, problem.demands.size(), demands));
  for (int round = 0; round < 4; ++round) {
    relaxation.add(decomposition.cuts(relaxation, {}, silent));
    REQUIRE(relaxation.tighten(30, silent).feasible);
  }
  return relaxation.relaxation().objective;
}

/// A random problem as a subproblem: a demand that counts pays eight times its value.
LagrangianSubproblem random_subproblem(unsigned seed) {
  LagrangianSubproblem subproblem{.problem = presolve(random_problem(seed, false)).problem};
  subproblem.problem.goal = {};
  for (const Demand& demand : subproblem.problem.demands)
    subproblem.demand_cost.push_back(-8.0 * demand.value);
  return subproblem;
}

/// The least cost over all selections, by trying each.
double least_cost_by_enumeration(const LagrangianSubproblem& subproblem) {
  double least = 0.0;
  for (std::size_t mask = 0; mask < (std::size_t{1} << subproblem.problem.options.size()); ++mask) {
    std::vector<OptionIndex> built;
    for (OptionIndex i = 0; i < subproblem.problem.options.size(); ++i)
      if ((mask >> i & 1U) != 0) built.push_back(i);
    if (!is_feasible(subproblem.problem, built)) continue;  // two of an exclusion group
    const Totals reached = totals_of(subproblem.problem, built);
    least = std::min(least, reached.cost - 8.0 * reached.value);
  }
  return least;
}

}  // namespace

TEST_CASE("the reduced costs are the costs less what the rows pay") {
  const Problem problem = row_of_three();
  const MasterModel master = master_model(problem);
  const std::vector<Cut> cuts{cover_cut(0, {0, 1})};
  const std::vector<double> duals{2.0, 1.5};  // of the target, of the cut
  const std::vector<double> costs = reduced_costs({.problem = problem, .master = master, .cuts = cuts, .duals = duals});
  CHECK(costs == std::vector<double>{0.5, 1.5, 3.0, 2.0, -0.5, -2.0, -2.0});
}

TEST_CASE("an option of two regions has a copy in each, and its cost is split by demands and duals") {
  const Problem problem = row_of_three();
  const CoverageCount count(problem);
  const LagrangianDecomposition decomposition(problem, count, {{0}, {1, 2}});
  const MasterModel master = master_model(problem);
  std::vector<Cut> cuts;
  std::vector<double> duals{4.0};
  const auto at = [&] { return DualSolution{.problem = problem, .master = master, .cuts = cuts, .duals = duals}; };
  const std::vector<LagrangianSubproblem> by_demands = decomposition.subproblems(at());
  REQUIRE(by_demands.size() == 2);
  CHECK(by_demands[0].options == std::vector<OptionIndex>{0, 1});
  CHECK(by_demands[0].problem.options[1].cost == doctest::Approx(1.5));
  CHECK(by_demands[1].options == std::vector<OptionIndex>{1, 2, 3});
  CHECK(by_demands[1].problem.options[0].cost == doctest::Approx(1.5));
  CHECK(by_demands[1].demand_cost == std::vector<double>{-4.0, -4.0});
  // A cut inside the first region pays 2 for option 1; the remaining 1 is split by demands.
  cuts.push_back(cover_cut(0, {0, 1}));
  duals.push_back(2.0);
  const std::vector<LagrangianSubproblem> by_duals = decomposition.subproblems(at());
  CHECK(by_duals[0].problem.options[1].cost == doctest::Approx(2.5));
  CHECK(by_duals[1].problem.options[0].cost == doctest::Approx(0.5));
  CHECK(by_duals[0].known_cuts.size() == 1);
  CHECK(by_duals[1].known_cuts.empty());
}

TEST_CASE("the bound of a decomposition adds what the target pays to the bounds of its subproblems") {
  const Problem problem = row_of_three();
  const CoverageCount count(problem);
  const LagrangianDecomposition decomposition(problem, count, {{0}, {1, 2}});
  const MasterModel master = master_model(problem);
  const std::vector<Cut> no_cuts;
  const std::vector<double> duals{2.0};
  // Eq. 13: 2 · 3 for the target, and both subproblems solved by hand: option 1 at half its cost for demand 0, option 2
  // for demands 1 and 2.
  CHECK(decomposition.bound({.problem = problem, .master = master, .cuts = no_cuts, .duals = duals},
                            {1.5 - 2.0, 3.0 - 4.0}) == doctest::Approx(4.5));
}

TEST_CASE("a cut over several regions is linking, a cut inside one belongs to it") {
  const Problem problem = row_of_three();
  const CoverageCount count(problem);
  const LagrangianDecomposition decomposition(problem, count, {{0}, {1, 2}});
  const Cut inside{.demands = {{1, -1.0}, {2, -1.0}}}, linking{.demands = {{0, -1.0}, {2, -1.0}}};
  CHECK(decomposition.subproblems_of({inside, linking, cover_cut(0, {0})}) ==
        std::vector<std::size_t>{1, LagrangianDecomposition::kLinking, 0});
}

TEST_CASE("the bound of a subproblem is never above the cost of any selection, and mostly equal to the least") {
  const progress::Progress silent;
  int same = 0, subproblems = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const LagrangianSubproblem subproblem = random_subproblem(seed);
    if (subproblem.problem.demands.empty()) continue;
    const double least = least_cost_by_enumeration(subproblem), bound = subproblem_bound(subproblem, {}, silent);
    CHECK(bound <= least + 1e-5);
    ++subproblems;
    same += bound > least - 1e-5 ? 1 : 0;
  }
  CHECK(subproblems > 50);
  CHECK(same > 9 * subproblems / 10);
}

TEST_CASE("a subproblem without time for its bound makes no cut") {
  const PresolvedProblem presolved =
      presolve(random_province({.demands = 12, .options = 40, .side_km = 9.0, .target_share = 0.8}));
  const progress::Progress silent;
  CutRelaxation relaxation(presolved.problem, minimised(master_model(presolved.problem)));
  REQUIRE(relaxation.tighten(30, silent).feasible);
  const CoverageCount count(presolved.problem);
  const LagrangianDecomposition decomposition(presolved.problem, count,
                                              split_in_regions(count, presolved.problem.demands.size(), 3));
  CHECK(decomposition.cuts(relaxation, {.time_limit_s = 0.0}, silent).empty());
}

TEST_CASE("subproblem cuts never raise the bound above the best of all selections") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const PresolvedProblem presolved = presolve(random_problem(seed, seed % 2 == 0));
    const double best = best_by_enumeration(presolved.problem);
    if (best < 0.0 || presolved.problem.demands.empty()) continue;
    double before = 0.0;
    const double bound = bound_by_subproblems(presolved.problem, 3, before);
    CHECK(bound <= (presolved.problem.goal.budget_capex ? -best : best) + 1e-5);
  }
}

TEST_CASE("subproblem cuts raise the bound of small provinces, never above what branching over the whole proves") {
  double raised = 0.0;
  for (unsigned seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    const Problem problem =
        random_province({.demands = 24, .options = 80, .side_km = 12.0, .target_share = 0.8, .seed = seed});
    progress::Progress silent;
    // With fewer than 120 demands it is solved without subproblems.
    const Solution best = solve(problem, {.gap = 0.0}, silent);
    REQUIRE(best.reached);
    REQUIRE(best.stopped_by == phusong::progress::StopReason::kOptimal);
    double before = 0.0;
    const double bound = bound_by_subproblems(presolve(problem).problem, 20, before);
    CHECK(bound <= best.objective * (1.0 + 1e-7));
    raised += bound - before;
  }
  CHECK(raised > 1.0);
}
