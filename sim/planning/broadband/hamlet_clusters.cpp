#include "sim/planning/broadband/hamlet_clusters.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace phusong::planning {
namespace {

struct Edge {
  std::size_t a, b;
  double km;
};

/// Finds the shortest tree over the hamlets alone (Prim), whose edges in order of length are those of single linkage.
std::vector<Edge> tree_edges(const BroadbandProblem& problem) {
  const std::size_t count = problem.hamlets.size();
  std::vector<Edge> nearest;
  for (std::size_t i = 1; i < count; ++i)
    nearest.push_back({i, 0, problem.distance_km(0, i)});
  std::vector<Edge> edges;
  while (!nearest.empty()) {
    const auto next = std::ranges::min_element(nearest, {}, &Edge::km);
    const Edge joined = *next;
    nearest.erase(next);
    edges.push_back(joined);
    for (Edge& other : nearest) {
      const double km = problem.distance_km(joined.a, other.a);
      if (km < other.km) other = {other.a, joined.a, km};
    }
  }
  std::ranges::stable_sort(edges, {}, &Edge::km);
  return edges;
}

std::size_t top_of(std::vector<std::size_t>& above, std::size_t cluster) {
  while (above[cluster] != cluster)
    cluster = above[cluster] = above[above[cluster]];
  return cluster;
}

}  // namespace

std::vector<ClusterMerge> hamlet_clusters(const BroadbandProblem& problem) {
  const std::size_t count = problem.hamlets.size();
  std::vector<std::size_t> above(count == 0 ? 0 : 2 * count - 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  std::vector<ClusterMerge> merges;
  for (const Edge& edge : tree_edges(problem)) {
    const std::size_t first = top_of(above, edge.a), second = top_of(above, edge.b);
    above[first] = above[second] = count + merges.size();
    merges.push_back({first, second, edge.km});
  }
  return merges;
}

}  // namespace phusong::planning
