#include "sim/optimisation/covering/decomposition/lagrangian_decomposition.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/optimisation/covering/presolve/presolve.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/optimisation/covering/solve.h"
#include "tests/optimisation/covering/random_problem.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

namespace {

/// Bound after four rounds of cuts by pieces of `hamlets`.
double bound_by_pieces(const Problem& problem, std::size_t hamlets, double& before) {
  const progress::Progress silent;
  CutRelaxation relaxation(problem, minimised(master_model(problem)));
  before = relaxation.tighten(30, silent).objective;
  const CoverageCount count(problem);
  const LagrangianDecomposition pieces(problem, count, split_in_regions(count, problem.hamlets.size(), hamlets));
  for (int round = 0; round < 4; ++round) {
    relaxation.add(pieces.cuts(relaxation, {}, silent));
    REQUIRE(relaxation.tighten(30, silent).feasible);
  }
  return relaxation.relaxation().objective;
}

/// A random problem as a piece: hamlets are paid for by their values.
LagrangianSubproblem random_piece(unsigned seed) {
  LagrangianSubproblem piece{.problem = reduce(random_problem(seed, false)).problem};
  piece.problem.goal = {};
  for (const Demand& hamlet : piece.problem.hamlets)
    piece.hamlet_cost.push_back(-8.0 * hamlet.value);
  return piece;
}

/// The least cost over all selections, by trying each.
double least_cost_by_enumeration(const LagrangianSubproblem& piece) {
  double least = 0.0;
  for (std::size_t mask = 0; mask < (std::size_t{1} << piece.problem.options.size()); ++mask) {
    std::vector<OptionIndex> built;
    for (OptionIndex i = 0; i < piece.problem.options.size(); ++i)
      if ((mask >> i & 1U) != 0) built.push_back(i);
    if (!keeps_goal(piece.problem, built)) continue;  // two of a place
    const Reached reached = reached_by(piece.problem, built);
    least = std::min(least, reached.cost - 8.0 * reached.value);
  }
  return least;
}

}  // namespace

TEST_CASE("the least cost of a piece is never above that of any selection, and mostly the same") {
  const progress::Progress silent;
  int same = 0, pieces = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const LagrangianSubproblem piece = random_piece(seed);
    if (piece.problem.hamlets.empty()) continue;
    const double least = least_cost_by_enumeration(piece), bound = least_cost_of(piece, {}, silent);
    CHECK(bound <= least + 1e-5);
    ++pieces;
    same += bound > least - 1e-5 ? 1 : 0;
  }
  CHECK(pieces > 50);
  CHECK(same > 9 * pieces / 10);
}

TEST_CASE("a piece without time for its bound makes no cut") {
  const PresolvedProblem reduced =
      reduce(random_province({.hamlets = 12, .options = 40, .side_km = 9.0, .target_share = 0.8}));
  const progress::Progress silent;
  CutRelaxation relaxation(reduced.problem, minimised(master_model(reduced.problem)));
  REQUIRE(relaxation.tighten(30, silent).feasible);
  const CoverageCount count(reduced.problem);
  const LagrangianDecomposition pieces(reduced.problem, count,
                                       split_in_regions(count, reduced.problem.hamlets.size(), 3));
  CHECK(pieces.cuts(relaxation, {.time_limit_s = 0.0}, silent).empty());
}

TEST_CASE("cuts of pieces never raise the bound above the best of all selections") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const PresolvedProblem reduced = reduce(random_problem(seed, seed % 2 == 0));
    const double best = best_by_enumeration(reduced.problem);
    if (best < 0.0 || reduced.problem.hamlets.empty()) continue;
    double before = 0.0;
    const double bound = bound_by_pieces(reduced.problem, 3, before);
    CHECK(bound <= (reduced.problem.goal.budget_capex ? -best : best) + 1e-5);
  }
}

TEST_CASE("cuts of pieces raise the bound of small provinces, never above what branching over the whole proves") {
  double raised = 0.0;
  for (unsigned seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    const Problem problem =
        random_province({.hamlets = 24, .options = 80, .side_km = 12.0, .target_share = 0.8, .seed = seed});
    progress::Progress silent;
    // Fewer than 120 hamlets: found and proven without pieces.
    const Solution best = solve(problem, {.gap = 0.0}, silent);
    REQUIRE(best.reached);
    REQUIRE(best.stopped_by == "optimal");
    double before = 0.0;
    const double bound = bound_by_pieces(reduce(problem).problem, 20, before);
    CHECK(bound <= best.objective * (1.0 + 1e-7));
    raised += bound - before;
  }
  CHECK(raised > 1.0);
}
