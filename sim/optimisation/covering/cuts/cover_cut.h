#pragma once

#include <optional>
#include <vector>

#include "sim/optimisation/covering/cuts/cut.h"
#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Separation of cover cuts. Take from each alternative of a demand d points whose loss the alternative cannot bear,
/// and of each such point one cover set; C is the union of these cover sets. Without an option of C no alternative can
/// be met, so
///   Σ_{i in C} x_i ≥ z_d                                                              (Eq. 9)
/// It is the cover inequality of a knapsack whose items are the points (E. Balas, Facets of the knapsack polytope,
/// Mathematical Programming 8, 1975), with z_d in place of 1.
class CoverCutSeparator {
 public:
  explicit CoverCutSeparator(const Problem& problem);

  /// The set C, ascending, with the least Σ x that a greedy search finds, if Σ x < z − `least_violation`. `x`: values
  /// of the options; `z`: value of the demand.
  std::optional<std::vector<OptionIndex>> violated(DemandIndex demand, const std::vector<double>& x, double z,
                                                   double least_violation);

 private:
  double block(const Alternative& alternative, const std::vector<double>& x, std::size_t first);
  void choose(const std::vector<OptionIndex>& cover_set);

  const Problem& problem_;
  std::vector<bool> chosen_;  ///< one per option: whether it is in C
  std::vector<OptionIndex> options_;
};

/// Eq. (9) for a demand and its set C.
Cut cover_cut(DemandIndex demand, const std::vector<OptionIndex>& options);

}  // namespace phusong::covering
