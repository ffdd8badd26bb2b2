#pragma once

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

/// Coverage with every option built at once, exclusion groups ignored: no selection has a greater value, nor more
/// demands that count in a quota group.
Totals coverage_upper_bound(const Problem& problem);

/// Whether target and quotas lie within the coverage upper bound. If not, the problem is infeasible.
bool may_be_feasible(const Problem& problem);

/// Maximum coverage relaxation: the most value at any cost, without quotas. (R. Church and C. ReVelle, The maximal
/// covering location problem, Papers of the Regional Science Association 32, 1974.)
Problem maximum_coverage_relaxation(Problem problem);

}  // namespace phusong::covering
