#pragma once

#include <optional>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"

namespace phusong::covering {

/// A cut that every selection keeps and a fractional one does not. Take from each way of a hamlet points whose loss the
/// way cannot bear: the hamlet counts only where one of their options is built, so counts ≤ Σ of those options. (With
/// knapsack cover inequalities the points would be the items.) `x`: of the options; `z`: of the hamlet.
class CoverCuts {
 public:
  explicit CoverCuts(const Problem& problem);

  /// The options of such points, ascending, with the least Σ x that a greedy search finds; only if that is below
  /// z − `least_violation`.
  std::optional<std::vector<OptionIndex>> violated(std::size_t hamlet, const std::vector<double>& x, double z,
                                                   double least_violation);

 private:
  double block(const Alternative& way, const std::vector<double>& x, std::size_t first);
  void add_layer(const std::vector<OptionIndex>& layer);

  const Problem& problem_;
  std::vector<bool> chosen_;  ///< one an option
  std::vector<OptionIndex> options_;
};

/// The cut as a row of the problem's frame.
milp::Row cover_row(const Problem& problem, std::size_t hamlet, const std::vector<OptionIndex>& options);

}  // namespace phusong::covering
