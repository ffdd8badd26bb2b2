#include "sim/planning/broadband/broadband_bound.h"

#include <doctest/doctest.h>

#include "tests/planning/broadband/tiny_problem.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

TEST_CASE("where no hamlet is needed no fibre is") {
  CHECK(least_length_km(hamlets_at_km({{1, 0}}, 0), 0.0) == 0.0);
}

TEST_CASE("hamlets that stand apart need their ways to the root, the shortest of them") {
  const std::vector<gis::MapPoint> places_km = {{0, 3}, {0, -4}, {5, 0}};
  CHECK(least_length_km(hamlets_at_km(places_km, 1), 3.0) == doctest::Approx(3.0));
  CHECK(least_length_km(hamlets_at_km(places_km, 2), 7.0) == doctest::Approx(7.0));
  CHECK(least_length_km(hamlets_at_km(places_km, 3), 12.0) == doctest::Approx(12.0));
}

TEST_CASE("a village far away is bounded by more than the gaps between its houses") {
  // Three hamlets 1 km from each other, 20 km from the root: two of them take 21 km, their two shortest edges 2 km.
  const auto problem = hamlets_at_km({{20, 0}, {21, 0}, {20.5, 0.866}}, 2);
  CHECK(least_length_km(problem, 21.0) > 14.0);
  CHECK(least_length_km(problem, 21.0) <= 21.0);
}

TEST_CASE("the bound holds for any tree that is known, good or bad") {
  CHECK(rc::check([] {
    const BroadbandProblem problem = drawn_problem(1, 9);
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < problem.needed; ++i)
      chosen.push_back(i);
    const double found_km = shortest_tree(problem, chosen).length_km;
    RC_ASSERT(least_length_km(problem, found_km) <= found_km + 1e-9);
    RC_ASSERT(least_length_km(problem, 3.0 * found_km + 1.0) <= found_km + 1e-9);
  }));
}
