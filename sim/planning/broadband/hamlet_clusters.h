#pragma once

#include <vector>

#include "sim/planning/broadband/broadband_problem.h"

namespace phusong::planning {

/// Two clusters that become one over the shortest edge between them.
struct ClusterMerge {
  std::size_t first = 0, second = 0;  ///< a hamlet, or (number of hamlets + index of an earlier merge)
  double edge_km = 0.0;
};

/// Clusters the hamlets by single linkage, without the root: n − 1 merges, shortest edge first.
std::vector<ClusterMerge> hamlet_clusters(const BroadbandProblem& problem);

}  // namespace phusong::planning
