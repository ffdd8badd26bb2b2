#include "sim/planning/broadband/hamlet_clusters.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "tests/planning/broadband/tiny_problem.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

std::pair<std::size_t, std::size_t> ends_of(const ClusterMerge& merge) {
  return std::minmax(merge.first, merge.second);
}

/// The hamlets of every cluster: each hamlet by itself, then each merge.
std::vector<std::vector<std::size_t>> hamlets_of_clusters(std::size_t hamlets,
                                                          const std::vector<ClusterMerge>& merges) {
  std::vector<std::vector<std::size_t>> clusters;
  for (std::size_t i = 0; i < hamlets; ++i)
    clusters.push_back({i});
  for (const ClusterMerge& merge : merges) {
    std::vector<std::size_t> both = clusters.at(merge.first);
    both.insert(both.end(), clusters.at(merge.second).begin(), clusters.at(merge.second).end());
    clusters.push_back(std::move(both));
  }
  return clusters;
}

}  // namespace

TEST_CASE("hamlets in a row become one cluster over their shortest gaps") {
  // Gaps of 1, 2 and 0.5 km.
  const auto merges = hamlet_clusters(hamlets_at_km({{10, 0}, {11, 0}, {13, 0}, {13.5, 0}}, 4));
  REQUIRE(merges.size() == 3);
  CHECK(ends_of(merges[0]) == std::pair<std::size_t, std::size_t>(2, 3));
  CHECK(ends_of(merges[1]) == std::pair<std::size_t, std::size_t>(0, 1));
  CHECK(ends_of(merges[2]) == std::pair<std::size_t, std::size_t>(4, 5));
  CHECK(merges[0].edge_km == doctest::Approx(0.5));
  CHECK(merges[1].edge_km == doctest::Approx(1.0));
  CHECK(merges[2].edge_km == doctest::Approx(2.0));
}

TEST_CASE("what has fibre belongs to no cluster, however near") {
  const auto merges = hamlet_clusters(hamlets_at_km({{-1, 0}, {1, 0}}, 2));
  REQUIRE(merges.size() == 1);
  CHECK(merges[0].edge_km == doctest::Approx(2.0));
}

TEST_CASE("one hamlet and none make no clusters") {
  CHECK(hamlet_clusters(hamlets_at_km({{1, 0}}, 1)).empty());
  CHECK(hamlet_clusters(hamlets_at_km({}, 0)).empty());
}

TEST_CASE("every cluster but the last is part of one larger, and merges over its shortest edge, in order of length") {
  CHECK(rc::check([] {
    const BroadbandProblem problem = drawn_problem(1, 12);
    const std::size_t count = problem.hamlets.size();
    const auto merges = hamlet_clusters(problem);
    RC_ASSERT(merges.size() == count - 1);
    const auto clusters = hamlets_of_clusters(count, merges);
    std::set<std::size_t> parts;
    double last_km = 0.0;
    for (std::size_t i = 0; i < merges.size(); ++i) {
      RC_ASSERT(std::max(merges[i].first, merges[i].second) < count + i);
      RC_ASSERT(parts.insert(merges[i].first).second);
      RC_ASSERT(parts.insert(merges[i].second).second);
      double nearest_km = std::numeric_limits<double>::infinity();
      for (const std::size_t a : clusters[merges[i].first]) {
        for (const std::size_t b : clusters[merges[i].second])
          nearest_km = std::min(nearest_km, problem.distance_km(a, b));
      }
      RC_ASSERT(std::abs(merges[i].edge_km - nearest_km) < 1e-12);
      RC_ASSERT(merges[i].edge_km >= last_km);
      last_km = merges[i].edge_km;
    }
  }));
}
