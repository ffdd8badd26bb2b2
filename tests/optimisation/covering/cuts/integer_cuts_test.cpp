#include "sim/optimisation/covering/cuts/integer_cuts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

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

/// Variables of a problem's frame where these options are built.
std::vector<double> values_of(const Problem& problem, const std::vector<bool>& built) {
  std::vector<double> values(built.begin(), built.end());
  for (const Demand& hamlet : problem.hamlets)
    values.push_back(hamlet.counts_already || counts(hamlet, built) ? 1.0 : 0.0);
  return values;
}

double left_side(const milp::Row& row, const std::vector<double>& values) {
  double sum = 0.0;
  for (const auto& [variable, factor] : row.terms)
    sum += factor * values[variable];
  return sum;
}

/// By trying every selection.
bool is_kept_by_all(const milp::Row& cut, const Problem& problem) {
  for (std::size_t mask = 0; mask < (std::size_t{1} << problem.options.size()); ++mask) {
    std::vector<bool> built(problem.options.size());
    for (std::size_t i = 0; i < built.size(); ++i)
      built[i] = (mask >> i & 1U) != 0;
    if (left_side(cut, values_of(problem, built)) < cut.lower - 1e-9) return false;
  }
  return true;
}

/// Three hamlets, each two of which share an option: by halves they have enough, whole it takes two.
Problem triangle() {
  Problem problem;
  for (std::size_t i = 0; i < 3; ++i)
    problem.options.push_back({.name = fmt::format("o{}", i), .cost = 1.0, .capex = 1.0, .place = i});
  for (OptionIndex i = 0; i < 3; ++i) {
    const OptionIndex next = (i + 1) % 3;
    const DemandPoint point{.weight = 1.0, .layers = {{std::min(i, next), std::max(i, next)}}};
    problem.hamlets.push_back({.name = fmt::format("h{}", i), .ways = {{.points = {point}, .least_weight = 1.0}}});
  }
  problem.goal.least_value = 3.0;
  return problem;
}

}  // namespace

TEST_CASE("Balas-Ng cuts: a triangle takes two stations") {
  const Problem problem = triangle();
  const progress::Progress silent;
  CutRelaxation relaxation(problem, master_model(problem));
  CHECK(relaxation.tighten(10, silent).objective == doctest::Approx(1.5));
  const std::vector<milp::Row> cuts = balas_ng_cuts(problem, relaxation);
  REQUIRE(cuts.size() == 1);
  CHECK(cuts.front().lower == -1.0);
  CHECK(tighten_by_integer_cuts(problem, relaxation, 5, silent).objective == doctest::Approx(2.0));
}

TEST_CASE("integer cuts: every selection keeps them, the relaxation they were made for does not") {
  const progress::Progress silent;
  std::size_t balas_ng = 0, zero_half = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    const Problem problem = reduce(random_problem(seed, seed % 2 == 0)).problem;
    if (problem.hamlets.empty()) continue;
    CutRelaxation relaxation(problem, minimised(master_model(problem)));
    if (!relaxation.tighten(30, silent).feasible) continue;
    for (int round = 0; round < 3; ++round) {
      std::vector<milp::Row> cuts = balas_ng_cuts(problem, relaxation);
      balas_ng += cuts.size();
      const std::vector<milp::Row> more = zero_half_cuts(problem, relaxation);
      zero_half += more.size();
      cuts.insert(cuts.end(), more.begin(), more.end());
      for (const milp::Row& cut : cuts) {
        CHECK(cut.terms.back().first >= problem.options.size());
        CHECK(left_side(cut, relaxation.relaxation().values) < cut.lower - 0.02);
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
        random_province({.hamlets = 24, .options = 80, .side_km = 12.0, .target_share = 0.8, .seed = seed});
    progress::Progress progress;
    const Solution best = solve(problem, {.gap = 0.0}, progress);
    REQUIRE(best.stopped_by == "optimal");
    const Problem reduced = reduce(problem).problem;
    CutRelaxation relaxation(reduced, master_model(reduced));
    const double before = relaxation.tighten(30, silent).objective;
    const double after = tighten_by_integer_cuts(reduced, relaxation, 20, silent).objective;
    CHECK(after <= best.objective * (1.0 + 1e-7));
    raised += after / before - 1.0;
  }
  CHECK(raised > 0.01);
}
