#include "sim/planning/broadband/dual_ascent.h"

#include <doctest/doctest.h>

#include <bit>
#include <limits>

#include "tests/planning/broadband/tiny_problem.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

/// The least length of a tree over any of the hamlets and the penalties of the others.
double least_by_brute_force(const BroadbandProblem& problem, double penalty_km) {
  double least_km = std::numeric_limits<double>::infinity();
  for (unsigned set = 0; set < (1U << problem.hamlets.size()); ++set) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < problem.hamlets.size(); ++i) {
      if ((set >> i & 1U) != 0) chosen.push_back(i);
    }
    const auto left_out = static_cast<double>(problem.hamlets.size() - chosen.size());
    least_km = std::min(least_km, shortest_tree(problem, chosen).length_km + penalty_km * left_out);
  }
  return least_km;
}

double bound_km(const BroadbandProblem& problem, double penalty_km) {
  return DualAscent(problem).bound_km(penalty_km);
}

/// Two hamlets 10 km from the root and 1 km from each other.
BroadbandProblem far_pair() {
  const double y_km = std::sqrt(100.0 - 0.25);
  return hamlets_at_km({{-0.5, y_km}, {0.5, y_km}}, 2);
}

}  // namespace

TEST_CASE("a hamlet alone is bounded by its way to the root or by its penalty, the lesser") {
  const auto problem = hamlets_at_km({{0, 3}}, 1);
  CHECK(bound_km(problem, 2.0) == doctest::Approx(2.0));
  CHECK(bound_km(problem, 3.0) == doctest::Approx(3.0));
  CHECK(bound_km(problem, 5.0) == doctest::Approx(3.0));
}

TEST_CASE("hamlets on opposite sides of the root are bounded each by itself") {
  CHECK(bound_km(hamlets_at_km({{0, 3}, {0, -4}}, 2), 100.0) == doctest::Approx(7.0));
  CHECK(bound_km(hamlets_at_km({{0, 3}, {0, -4}}, 2), 3.5) == doctest::Approx(6.5));
}

TEST_CASE("a pair far from the root is bounded by the way to one and the gap between them") {
  CHECK(bound_km(far_pair(), 100.0) == doctest::Approx(11.0));
}

TEST_CASE("a pair that is cheaper to leave out is bounded by its penalties") {
  CHECK(bound_km(far_pair(), 3.0) == doctest::Approx(6.0));
}

TEST_CASE("nothing is bounded by more than nothing where hamlets may be left out for free") {
  CHECK(bound_km(far_pair(), 0.0) == 0.0);
}

TEST_CASE("a bound is the same whatever penalty was looked at before") {
  DualAscent ascent(far_pair());
  CHECK(ascent.bound_km(100.0) == doctest::Approx(11.0));
  CHECK(ascent.bound_km(3.0) == doctest::Approx(6.0));
  CHECK(ascent.bound_km(100.0) == doctest::Approx(11.0));
}

TEST_CASE("no tree with the penalties of what it leaves out is shorter than the bound of the dual ascent") {
  CHECK(rc::check([] {
    const BroadbandProblem problem = drawn_problem(1, 8);
    const double penalty_km = *rc::gen::inRange(0, 3000) * 0.01;
    RC_ASSERT(bound_km(problem, penalty_km) <= least_by_brute_force(problem, penalty_km) + 1e-9);
  }));
}

TEST_CASE("the bound holds where a hamlet has more neighbours than it looks at") {
  // 70 hamlets on a lattice of 1 km, 8 km from the root: the shortest tree is 8 km and 69 gaps long.
  std::vector<gis::MapPoint> places_km;
  for (int row = 0; row < 10; ++row) {
    for (int column = -3; column <= 3; ++column)
      places_km.push_back({1.0 * column, 8.0 + row});
  }
  const double bound = bound_km(hamlets_at_km(places_km, 70), 1000.0);
  CHECK(bound <= 77.0 + 1e-9);
  CHECK(bound >= 70.0);
}
