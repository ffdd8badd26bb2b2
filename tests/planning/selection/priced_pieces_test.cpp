#include "sim/planning/selection/priced_pieces.h"

#include <doctest/doctest.h>

#include "sim/planning/selection/frame.h"
#include "sim/planning/selection/reduce.h"
#include "sim/planning/selection/select.h"
#include "tests/planning/selection/random_problem.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

/// Bound after four rounds of cuts by pieces of `hamlets`.
double bound_by_pieces(const SelectionProblem& problem, std::size_t hamlets, double& before) {
  const coverage::Progress silent;
  CutRelaxation relaxation(problem, minimised(frame_of(problem)));
  before = relaxation.tighten(30, silent).objective;
  const CoverageCount count(problem);
  const PricedPieces pieces(problem, count, split_in_regions(count, problem.hamlets.size(), hamlets));
  for (int round = 0; round < 4; ++round) {
    relaxation.add(pieces.cuts(relaxation, {}, silent));
    REQUIRE(relaxation.tighten(30, silent).feasible);
  }
  return relaxation.relaxation().objective;
}

}  // namespace

TEST_CASE("cuts of pieces never raise the bound above the best of all selections") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const ReducedProblem reduced = reduce(random_problem(seed, seed % 2 == 0));
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
    const SelectionProblem problem =
        random_province({.hamlets = 24, .options = 80, .side_km = 12.0, .target_share = 0.8, .seed = seed});
    coverage::Progress silent;
    // Fewer than 120 hamlets: found and proven without pieces.
    const Selection best = select(problem, {.gap = 0.0}, silent);
    REQUIRE(best.reached);
    REQUIRE(best.stopped_by == "optimal");
    double before = 0.0;
    const double bound = bound_by_pieces(reduce(problem).problem, 20, before);
    CHECK(bound <= best.objective * (1.0 + 1e-7));
    raised += bound - before;
  }
  CHECK(raised > 1.0);
}
