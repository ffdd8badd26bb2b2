#include "sim/optimisation/covering/cuts/integer_cuts.h"

#include <doctest/doctest.h>

#include "sim/optimisation/covering/cuts/balas_ng_cuts.h"
#include "sim/optimisation/covering/cuts/zero_half_cuts.h"
#include "sim/optimisation/covering/presolve/presolve.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/optimisation/covering/solve.h"
#include "tests/optimisation/covering/random_problem.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

namespace {

/// Values of the master model's variables where these options are built.
std::vector<double> values_of(const Problem& problem, const std::vector<bool>& built) {
  std::vector<double> values(built.begin(), built.end());
  for (const Demand& demand : problem.demands)
    values.push_back(demand.counts_already || counts(demand, built) ? 1.0 : 0.0);
  return values;
}

/// Whether every selection keeps a cut, by trying each.
bool is_kept_by_all(const Cut& cut, const Problem& problem) {
  for (std::size_t mask = 0; mask < (std::size_t{1} << problem.options.size()); ++mask) {
    std::vector<bool> built(problem.options.size());
    for (std::size_t i = 0; i < built.size(); ++i)
      built[i] = (mask >> i & 1U) != 0;
    if (left_side(problem, cut, values_of(problem, built)) < cut.rhs - 1e-9) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("integer cuts: every selection keeps them, the relaxation they were made for does not") {
  const progress::Progress silent;
  std::size_t balas_ng = 0, zero_half = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    const Problem problem = presolve(random_problem(seed, seed % 2 == 0)).problem;
    if (problem.demands.empty()) continue;
    CutRelaxation relaxation(problem, minimised(master_model(problem)));
    if (!relaxation.tighten(30, silent).feasible) continue;
    for (int round = 0; round < 3; ++round) {
      std::vector<Cut> cuts = balas_ng_cuts(problem, relaxation);
      balas_ng += cuts.size();
      const std::vector<Cut> more = zero_half_cuts(problem, relaxation);
      zero_half += more.size();
      cuts.insert(cuts.end(), more.begin(), more.end());
      for (const Cut& cut : cuts) {
        CHECK_FALSE(cut.demands.empty());
        CHECK(left_side(problem, cut, relaxation.relaxation().values) < cut.rhs - 0.02);
        CHECK(is_kept_by_all(cut, problem));
      }
      relaxation.add(cuts);
      REQUIRE(relaxation.tighten(30, silent).feasible);
    }
  }
  CHECK(balas_ng > 0);
  CHECK(zero_half > 0);
}

TEST_CASE("integer cuts raise the bound of small provinces, never above the best selection") {
  const progress::Progress silent;
  double raised = 0.0;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    const Problem problem =
        random_province({.demands = 24, .options = 80, .side_km = 12.0, .target_share = 0.8, .seed = seed});
    progress::Progress progress;
    const Solution best = solve(problem, {.gap = 0.0}, progress);
    REQUIRE(best.stopped_by == phusong::progress::StopReason::kOptimal);
    const Problem presolved = presolve(problem).problem;
    CutRelaxation relaxation(presolved, master_model(presolved));
    const double before = relaxation.tighten(30, silent).objective;
    const double after = tighten_by_integer_cuts(presolved, relaxation, 20, silent).objective;
    CHECK(after <= best.objective * (1.0 + 1e-7));
    raised += after / before - 1.0;
  }
  CHECK(raised > 0.01);
}
