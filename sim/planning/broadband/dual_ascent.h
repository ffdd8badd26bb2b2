#pragma once

#include <vector>

#include "sim/planning/broadband/broadband_problem.h"

namespace phusong::planning {

/// Lower bound for the tree that may leave hamlets out at `penalty_km` each: dual ascent over directed cuts (R. Wong,
/// "A dual ascent approach for Steiner tree problems on a directed graph", Math. Programming 28, 1984). A cut around
/// hamlets that cannot be reached yet is raised until an arc into it is used up or the penalty of a hamlet inside is.
/// Every hamlet looks at its nearest arcs only; the next one after those limits how much is raised on it.
class DualAscent {
 public:
  explicit DualAscent(const BroadbandProblem& problem);

  double bound_km(double penalty_km);

 private:
  struct Arc {
    std::size_t tail;  ///< FibreTree::kRoot for the root
    double length_km, left_km;
  };
  /// The arcs into a hamlet, and the dual variables raised on them.
  struct Hamlet {
    std::vector<Arc> arcs;
    double horizon_km = 0.0;  ///< no arc that is left out is shorter
    double raised_km = 0.0, penalty_left_km = 0.0;
  };

  bool collect_cut(std::size_t hamlet);
  double raise_cut(std::size_t hamlet);

  std::vector<Hamlet> hamlets_;
  std::vector<std::size_t> cut_;     ///< hamlets that reach the one looked at over arcs that are used up
  std::vector<std::size_t> marked_;  ///< by the number of the cut
  std::size_t cuts_ = 0;
};

}  // namespace phusong::planning
