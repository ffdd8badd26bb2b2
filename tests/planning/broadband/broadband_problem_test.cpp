#include "sim/planning/broadband/broadband_problem.h"

#include <doctest/doctest.h>

#include <limits>
#include <numeric>

#include "tests/planning/broadband/tiny_problem.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

constexpr std::size_t kRoot = FibreTree::kRoot;

/// The least length over every way to give each hamlet a parent that leads to the root.
double shortest_of_all_trees(const BroadbandProblem& problem) {
  const std::size_t count = problem.hamlets.size();
  const auto ways = static_cast<std::size_t>(std::pow(count + 1, count));
  double least_km = std::numeric_limits<double>::infinity();
  for (std::size_t way = 0; way < ways; ++way) {
    std::vector<std::size_t> parents(count);
    double length_km = 0.0;
    for (std::size_t i = 0, rest = way; i < count; ++i, rest /= count + 1) {
      parents[i] = rest % (count + 1);  // `count` is the root
      length_km += parents[i] == count ? problem.to_root_km[i] : problem.distance_km(i, parents[i]);
    }
    bool is_tree = true;
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t at = i;
      for (std::size_t step = 0; step < count && at != count; ++step)
        at = parents[at];
      is_tree = is_tree && at == count;
    }
    if (is_tree) least_km = std::min(least_km, length_km);
  }
  return least_km;
}

}  // namespace

TEST_CASE("the shortest tree goes on from a hamlet where that is shorter than a way from the root") {
  const auto problem = hamlets_at_km({{3, 4}, {3, 0}, {0, -2}}, 3);
  const FibreTree tree = shortest_tree(problem, {0, 1, 2});
  CHECK(tree.hamlets == std::vector<std::size_t>{2, 1, 0});  // 2 km, 3 km, and 4 km on from the second
  CHECK(tree.parents == std::vector<std::size_t>{kRoot, kRoot, 1});
  CHECK(tree.edges_km == std::vector{2.0, 3.0, 4.0});
  CHECK(tree.length_km == 9.0);
}

TEST_CASE("a hamlet as far from another as from the root is joined to the root") {
  const FibreTree tree = shortest_tree(hamlets_at_km({{1, 0}, {0.5, 2}}, 2), {0, 1});
  CHECK(tree.parents == std::vector<std::size_t>{kRoot, kRoot});
  const FibreTree nearer = shortest_tree(hamlets_at_km({{1, 0}, {0.51, 2}}, 2), {0, 1});
  CHECK(nearer.parents == std::vector<std::size_t>{kRoot, 0});
}

TEST_CASE("hamlets that are not chosen carry no fibre") {
  const auto problem = hamlets_at_km({{2, 0}, {4, 0}}, 1);
  CHECK(shortest_tree(problem, {1}).length_km == 4.0);
  CHECK(shortest_tree(problem, {}).hamlets.empty());
}

TEST_CASE(
    "no tree over the root and all hamlets is shorter than the shortest tree, whose hamlets follow their parents") {
  CHECK(rc::check([] {
    const BroadbandProblem problem = drawn_problem(1, 4);
    std::vector<std::size_t> all(problem.hamlets.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const FibreTree tree = shortest_tree(problem, all);
    RC_ASSERT(tree.hamlets.size() == all.size());
    double length_km = 0.0;
    for (std::size_t i = 0; i < tree.hamlets.size(); ++i) {
      RC_ASSERT((tree.parents[i] == kRoot || tree.parents[i] < i));
      length_km += tree.parents[i] == kRoot ? problem.to_root_km[tree.hamlets[i]]
                                            : problem.distance_km(tree.hamlets[i], tree.hamlets[tree.parents[i]]);
    }
    RC_ASSERT(std::abs(tree.length_km - length_km) < 1e-9);
    RC_ASSERT(std::abs(tree.length_km - shortest_of_all_trees(problem)) < 1e-9);
  }));
}
