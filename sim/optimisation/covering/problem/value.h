#pragma once

#include <cstddef>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Tolerance for a sum of weights that is compared with `least_weight`: it carries rounding.
inline constexpr double kWeightTolerance = 1e-9;

/// Tolerance for a sum of values that is compared with `least_value`: shares of a total carry rounding.
double value_tolerance(double least_value);

/// Total value of all demands.
double total_value(const Problem& problem);

/// Whether the value of every demand is a whole number, and so every sum of them.
bool has_whole_values(const Problem& problem);

/// Whether a demand counts with these options built: one flag per option of the problem.
bool counts(const Demand& demand, const std::vector<bool>& built);

/// Sums over a selection.
struct Totals {
  double value = 0.0;
  double cost = 0.0;
  double capex = 0.0;
  std::vector<std::size_t> count_in_quota_group;  ///< demands that count
};

/// Evaluates a selection from the problem itself, without presolve and without incremental state: the reference that
/// everything else is checked against.
Totals totals_of(const Problem& problem, const std::vector<OptionIndex>& built);

/// Value of the demands that count with these options built.
double value_of(const Problem& problem, const std::vector<OptionIndex>& built);

/// Whether a selection keeps target or budget, quotas and exclusion groups.
bool is_feasible(const Problem& problem, const std::vector<OptionIndex>& built);

}  // namespace phusong::covering
