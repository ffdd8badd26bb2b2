#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "sim/optimisation/milp/model.h"
#include "sim/optimisation/milp/solve.h"

namespace phusong::milp {

/// Rows that every solution keeps and `values` break; empty where there is none. Asked about whole solutions.
using Separator = std::function<std::vector<Row>(const std::vector<double>& values)>;

/// A model most of whose rows are only written when they are broken.
struct LazyModel {
  Model model;          ///< to be minimised
  Separator separator;  ///< empty: nothing is lacking
};

/// What a tree search is after: solutions soon (deep first) or a bound (the least bound first).
enum class SearchFor { kSolutions, kBound };

/// By CBC's tree search alone, without its driver: may run in several threads at once. With `cutoff` only a solution
/// that costs less is looked for; where there is none the bound is the cutoff and the outcome kInfeasible. The solution
/// keeps the separator's rows.
Solution branch_and_cut(const LazyModel& lazy, SearchFor what, const SolveLimits& limits,
                        std::optional<double> cutoff = {});

}  // namespace phusong::milp
