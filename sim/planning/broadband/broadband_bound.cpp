#include "sim/planning/broadband/broadband_bound.h"

#include <algorithm>
#include <cmath>

#include "sim/planning/broadband/dual_ascent.h"

namespace phusong::planning {
namespace {

/// A tree over the root and k hamlets has k edges and no circle: no shorter than the k shortest edges of the shortest
/// tree over all.
double shortest_edges_km(const BroadbandProblem& problem) {
  std::vector<std::size_t> all(problem.hamlets.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = i;
  std::vector<double> edges_km = shortest_tree(problem, all).edges_km;
  std::ranges::sort(edges_km);
  double sum_km = 0.0;
  for (std::size_t i = 0; i < problem.needed; ++i)
    sum_km += edges_km[i];
  return sum_km;
}

/// With a price on every hamlet that is left out, less the price of those that may be (Lagrange).
class PricedBound {
 public:
  explicit PricedBound(const BroadbandProblem& problem)
      : ascent_(problem), may_be_left_out_(static_cast<double>(problem.hamlets.size() - problem.needed)) {}

  double best_km() const { return best_km_; }
  double best_price_km() const { return best_price_km_; }
  void look_at(double price_km) {
    const double bound_km = ascent_.bound_km(price_km) - price_km * may_be_left_out_;
    if (bound_km <= best_km_) return;
    best_km_ = bound_km;
    best_price_km_ = price_km;
  }

 private:
  DualAscent ascent_;
  double may_be_left_out_;
  double best_km_ = 0.0, best_price_km_ = 0.0;
};

}  // namespace

double least_length_km(const BroadbandProblem& problem, double found_km) {
  if (problem.needed == 0) return 0.0;
  const double mean_km = found_km / static_cast<double>(problem.needed);
  PricedBound priced(problem);
  for (double factor = 0.5; factor < 16.0; factor *= 1.25)
    priced.look_at(factor * mean_km);
  for (const double step : {0.1, 0.04, 0.015, 0.005}) {
    const double centre_km = priced.best_price_km();
    for (const int side : {-2, -1, 1, 2})
      priced.look_at(centre_km * (1.0 + side * step));
  }
  return std::max(priced.best_km(), shortest_edges_km(problem));
}

}  // namespace phusong::planning
