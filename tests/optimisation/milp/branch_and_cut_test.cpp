#include "sim/optimisation/milp/branch_and_cut.h"

#include <doctest/doctest.h>

#include "tests/optimisation/milp/small_models.h"

using namespace phusong::milp;
using namespace phusong::tests;

TEST_CASE("rows are added where a solution violates them, and kept by the solution that is returned") {
  const Model whole = triangle_cover();
  Model without = whole;
  without.rows.clear();
  std::size_t asked = 0;
  const Separator separator = [&](const std::vector<double>& values) {
    ++asked;
    std::vector<Row> violated;
    for (const Row& row : whole.rows)
      if (values[row.terms[0].first] + values[row.terms[1].first] < 0.5) violated.push_back(row);
    return violated;
  };
  const Solution solution = branch_and_cut({.model = without, .separator = separator}, SearchFor::kSolutions, {});
  REQUIRE(solution.feasible);
  CHECK(solution.objective == doctest::Approx(2.0));
  CHECK(asked >= 2);
  CHECK(separator(solution.values).empty());
}

TEST_CASE("with a cutoff at the optimum no solution is left, with one above it the optimum is") {
  const Solution none = branch_and_cut({.model = triangle_cover(), .separator = {}}, SearchFor::kBound, {}, 2.0);
  CHECK_FALSE(none.feasible);
  CHECK(none.outcome == Outcome::kInfeasible);
  const Solution found = branch_and_cut({.model = triangle_cover(), .separator = {}}, SearchFor::kBound, {}, 2.5);
  REQUIRE(found.feasible);
  CHECK(found.objective == doctest::Approx(2.0));
}

TEST_CASE("a tree search of few nodes has a bound that holds, and agrees with CBC's own driver when it ends") {
  const Model model = random_cover(5, 80, 60);
  const double best = solve(model, {}).objective;
  for (const SearchFor what : {SearchFor::kSolutions, SearchFor::kBound}) {
    const Solution early = branch_and_cut({.model = model, .separator = {}}, what, {.nodes = 5});
    CHECK(early.bound <= best + 1e-6);
    const Solution ended = branch_and_cut({.model = model, .separator = {}}, what, {});
    CHECK(ended.outcome == Outcome::kOptimal);
    CHECK(ended.objective == doctest::Approx(best));
  }
}
