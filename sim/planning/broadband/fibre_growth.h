#pragma once

#include <cstdint>
#include <vector>

#include "sim/planning/broadband/hamlet_clusters.h"
#include "sim/progress/progress.h"

namespace phusong::planning {

/// Looks for a short tree over the hamlets that are needed: grows by the cluster that needs least fibre per
/// hamlet, once from each hamlet as the first, then swaps hamlets and takes each branch away to grow again, as
/// long as that gains.
class FibreGrowth {
 public:
  explicit FibreGrowth(const BroadbandProblem& problem);

  /// Grows a tree once.
  FibreTree first_tree();
  /// Grows and improves trees. Stops at a tree that is no longer than `enough_km`, or on counted work. Throws
  /// progress::Stopped.
  FibreTree best_tree(double enough_km, const progress::Progress& progress);

 private:
  struct Cluster {
    std::size_t hamlets = 0;  ///< that are not joined yet
    double to_tree_km = 0.0;  ///< of the nearest of them
    double inside_km = 0.0;   ///< of fibre among them, and to the tree where the tree reaches into the cluster
    bool holds_tree = false;
    double total_km() const { return inside_km + (holds_tree ? 0.0 : to_tree_km); }
  };

  void restart(const std::vector<std::size_t>& joined);
  void join(std::size_t hamlet);
  void grow();
  void weigh_clusters();
  std::size_t cheapest_cluster(std::size_t most_hamlets) const;
  void join_all(std::size_t cluster);
  std::vector<FibreTree> starts(const progress::Progress& progress);
  bool swap_hamlets(FibreTree& tree, const progress::Progress& progress);
  bool regrow_branches(FibreTree& tree, const progress::Progress& progress);

  const BroadbandProblem& problem_;
  std::vector<ClusterMerge> merges_;
  std::vector<char> joined_;
  std::vector<double> to_tree_km_;
  std::vector<std::size_t> chosen_;
  std::vector<Cluster> clusters_;
  std::uint64_t work_ = 0;  ///< distances and clusters looked at
};

}  // namespace phusong::planning
