#include "sim/planning/broadband/broadband_bound.h"

#include <algorithm>
#include <cmath>

#include "sim/planning/broadband/dual_ascent.h"

namespace phusong::planning {
namespace {

/// Adds up the k shortest edges of the shortest tree over all hamlets: a tree over the root and k hamlets has k edges
/// and no cycle, and is no shorter.
double shortest_edges_km(const BroadbandProblem& problem) {
  std::vector<std::size_t> all(problem.hamlets.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = i;
  std::vector<double> edges_km = shortest_tree(problem, all).edges_km;
  std::ranges::sort(edges_km);
  double sum_km = 0.0;
  for (std::size_t i = 0; i < problem.needed; ++i)
    sum_km += edges_km[i];  // Eq. (2)
  return sum_km;
}

/// Lagrangian bound: dual ascent with a penalty for every hamlet that is left out, less the penalty of the hamlets that
/// may be left out.
class PenaltyBound {
 public:
  explicit PenaltyBound(const BroadbandProblem& problem)
      : ascent_(problem), may_be_left_out_(static_cast<double>(problem.hamlets.size() - problem.needed)) {}

  double best_km() const { return best_km_; }
  double best_penalty_km() const { return best_penalty_km_; }
  void look_at(double penalty_km) {
    const double bound_km = ascent_.bound_km(penalty_km) - penalty_km * may_be_left_out_;  // Eq. (1)
    if (bound_km <= best_km_) return;
    best_km_ = bound_km;
    best_penalty_km_ = penalty_km;
  }

 private:
  DualAscent ascent_;
  double may_be_left_out_;
  double best_km_ = 0.0, best_penalty_km_ = 0.0;
};

}  // namespace

double least_length_km(const BroadbandProblem& problem, double found_km) {
  if (problem.needed == 0) return 0.0;
  const double mean_km = found_km / static_cast<double>(problem.needed);
  PenaltyBound bound(problem);
  for (double factor = 0.5; factor < 16.0; factor *= 1.25)
    bound.look_at(factor * mean_km);
  for (const double step : {0.1, 0.04, 0.015, 0.005}) {
    const double centre_km = bound.best_penalty_km();
    for (const int side : {-2, -1, 1, 2})
      bound.look_at(centre_km * (1.0 + side * step));
  }
  return std::max(bound.best_km(), shortest_edges_km(problem));
}

}  // namespace phusong::planning
