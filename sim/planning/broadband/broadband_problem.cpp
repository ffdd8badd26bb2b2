#include "sim/planning/broadband/broadband_problem.h"

#include <algorithm>

namespace phusong::planning {

FibreTree shortest_tree(const BroadbandProblem& problem, const std::vector<std::size_t>& chosen) {
  struct Waiting {
    std::size_t hamlet, parent;
    double km;
  };
  std::vector<Waiting> waiting;
  for (const std::size_t hamlet : chosen)
    waiting.push_back({hamlet, FibreTree::kRoot, problem.to_root_km[hamlet]});

  FibreTree tree;
  while (!waiting.empty()) {
    const auto next = std::ranges::min_element(waiting, {}, &Waiting::km);
    const Waiting joined = *next;
    waiting.erase(next);
    tree.hamlets.push_back(joined.hamlet);
    tree.parents.push_back(joined.parent);
    tree.edges_km.push_back(joined.km);
    tree.length_km += joined.km;
    for (Waiting& other : waiting) {
      const double km = problem.distance_km(joined.hamlet, other.hamlet);
      if (km < other.km) other = {other.hamlet, tree.hamlets.size() - 1, km};
    }
  }
  return tree;
}

}  // namespace phusong::planning
