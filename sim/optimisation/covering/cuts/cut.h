#pragma once

#include <utility>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"

namespace phusong::covering {

/// Families of valid inequalities.
enum class CutKind { kCover, kBalasNg, kZeroHalf, kSubproblem };

/// A valid inequality for the master problem, which every selection keeps:
///   Σ_i a_i x_i + Σ_d b_d z_d ≥ rhs                                                  (Eq. 8)
struct Cut {
  CutKind kind = CutKind::kCover;
  std::vector<std::pair<OptionIndex, double>> options;  ///< i and a_i
  std::vector<std::pair<DemandIndex, double>> demands;  ///< d and b_d; never empty
  double rhs = 0.0;
};

/// The cuts as rows of the problem's master model.
std::vector<milp::Row> rows_of(const Problem& problem, const std::vector<Cut>& cuts);

/// Left-hand side of Eq. (8) at these values of the master model's variables.
double left_side(const Problem& problem, const Cut& cut, const std::vector<double>& values);

/// Subtracts dual · coefficient from the cost of each variable of the cut.
void subtract_dual(const Problem& problem, const Cut& cut, double dual, std::vector<double>& costs);

}  // namespace phusong::covering
