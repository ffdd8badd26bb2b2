#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "sim/optimisation/milp/model.h"
#include "sim/optimisation/milp/solve.h"

namespace phusong::milp {

/// Returns rows that every solution keeps and `values` violate, or none. It is asked about whole solutions.
using Separator = std::function<std::vector<Row>(const std::vector<double>& values)>;

/// A model most of whose rows are only added once a solution violates them.
struct LazyModel {
  Model model;          ///< to be minimised
  Separator separator;  ///< empty: no row is missing
};

/// Purpose of a tree search: solutions soon (depth first) or a bound (the node with the least bound first).
enum class SearchFor { kSolutions, kBound };

/// Solves a model by CBC's tree search alone, without its driver: it may run in several threads at once. With `cutoff`
/// only solutions that cost less are looked for; where there are none the outcome is kInfeasible, which proves that the
/// cutoff is a bound, and Solution::bound says nothing. The solution keeps the separator's rows.
Solution branch_and_cut(const LazyModel& lazy, SearchFor what, const SolveLimits& limits,
                        std::optional<double> cutoff = {});

}  // namespace phusong::milp
