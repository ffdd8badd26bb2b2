#pragma once

#include <cstdint>
#include <random>

#include "sim/planning/backhaul/uplink_search.h"
#include "sim/progress/progress.h"

namespace phusong::planning {

/// Builds a forest and makes it cheaper. The same every time: what it draws by lot depends on plan.seed alone, and it
/// stops on counted work.
class ForestBuilder {
 public:
  ForestBuilder(const RoutingGraph& graph, SharedForest& forest, progress::Progress& progress);

  /// Inserts the stations in this order, each as cheaply as the forest so far allows.
  void insert(const std::vector<ForestIndex>& stations);
  /// Moves single nodes, and lets stations become hubs, as long as that gains.
  void improve();
  /// Ruin and recreate (G. Schrimpf et al., "Record breaking optimization results using the ruin and recreate
  /// principle", J. Comput. Phys. 159, 2000): removes a few neighbours at a time, inserts them in another order, and
  /// keeps what is no dearer.
  void ruin_and_recreate(const std::vector<ForestIndex>& stations);

 private:
  void attach_with_relays(ForestIndex index, const Uplink& uplink);
  bool move_nodes();
  bool make_hubs();
  bool make_hub(ForestIndex hub);
  double join_neighbours(ForestIndex hub);
  bool has_satellite(ForestIndex index) const;
  std::vector<ForestIndex> draw_neighbourhood(const std::vector<ForestIndex>& stations);
  bool recreate(std::vector<ForestIndex> nodes);
  std::size_t draw(std::size_t below) { return static_cast<std::size_t>(random_() % below); }

  const scenario::BackhaulOptions& options_;
  SharedForest& forest_;
  UplinkSearch search_;
  progress::Progress& progress_;
  std::mt19937_64 random_;
};

}  // namespace phusong::planning
