#include "sim/planning/broadband/fibre_growth.h"

#include <doctest/doctest.h>

#include <limits>
#include <set>

#include "tests/planning/broadband/tiny_problem.h"
#include "tests/planning/stop_at_once.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double first_km(const BroadbandProblem& problem) {
  return FibreGrowth(problem).first_tree().length_km;
}

double best_km(const BroadbandProblem& problem, double enough_km = 0.0) {
  return FibreGrowth(problem).best_tree(enough_km, progress::Progress()).length_km;
}

/// A hamlet 0.9 km in the west, three in the east from 2.6 km on, 0.1 km from each other.
BroadbandProblem trap() {
  return hamlets_at_km({{-0.9, 0}, {2.6, 0}, {2.7, 0}, {2.8, 0}}, 3);
}

}  // namespace

TEST_CASE("the first growth takes the cluster with the least fibre a hamlet") {
  // 3.2 km for three are less each than 1.1 km for one.
  CHECK(first_km(hamlets_at_km({{-1.1, 0}, {3, 0}, {3.1, 0}, {3.2, 0}}, 3)) == doctest::Approx(3.2));
  // 3.2 km for three are more each than 1 km for one, and two are left to join.
  CHECK(first_km(hamlets_at_km({{-1.0, 0}, {3, 0}, {3.1, 0}, {3.2, 0}}, 3)) == doctest::Approx(1.0 + 3.1));
}

TEST_CASE("a cluster with more hamlets than are needed is not taken whole") {
  // Each of the pair by itself is 6 km away, the one alone 5 km.
  CHECK(first_km(hamlets_at_km({{6, 0}, {6.1, 0}, {-5, 0}}, 1)) == doctest::Approx(5.0));
}

TEST_CASE("the search gets out of a trap that the first growth falls into") {
  CHECK(first_km(trap()) == doctest::Approx(0.9 + 2.7));
  CHECK(best_km(trap()) == doctest::Approx(2.8));
}

TEST_CASE("a tree that is short enough is not made shorter") {
  CHECK(best_km(trap(), 3.6001) == doctest::Approx(3.6));
  CHECK(best_km(trap(), 3.5999) == doctest::Approx(2.8));
}

TEST_CASE("no hamlets that are needed are a tree of no length") {
  CHECK(FibreGrowth(hamlets_at_km({{1, 0}}, 0)).first_tree().hamlets.empty());
  CHECK(best_km(hamlets_at_km({}, 0)) == 0.0);
}

TEST_CASE("a search that is asked to stop throws") {
  const BroadbandProblem problem = trap();
  CHECK_THROWS_AS(FibreGrowth(problem).best_tree(0.0, StopAtOnce()), progress::Stopped);
  CHECK_NOTHROW(FibreGrowth(problem).best_tree(kInfinity, StopAtOnce()));
}

TEST_CASE("the best tree joins as many different hamlets as are needed and is no longer than the first") {
  CHECK(rc::check([] {
    const BroadbandProblem problem = drawn_problem(1, 12);
    const FibreTree tree = FibreGrowth(problem).best_tree(0.0, progress::Progress());
    RC_ASSERT(std::set(tree.hamlets.begin(), tree.hamlets.end()).size() == problem.needed);
    RC_ASSERT(tree.length_km <= first_km(problem) + 1e-9);
  }));
}
