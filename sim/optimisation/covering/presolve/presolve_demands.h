#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Presolves an alternative: removes points that are served already or can never be, merges points with equal cover
/// sets, raises `least_weight` to the next sum of weights that can be reached (right-hand-side tightening). Returns
/// false if the alternative can never be met. One that is met already is left without points.
bool presolve_alternative(Alternative& alternative);

/// Presolves every demand. One that counts already gets `counts_already`; one that never can has no alternatives left.
void presolve_demands(std::vector<Demand>& demands);

/// Merges demands with equal alternatives (and, with `within_quota_groups`, of one quota group) into one with the sum
/// of their values.
std::vector<Demand> merge_equal_demands(std::vector<Demand> demands, bool within_quota_groups);

}  // namespace phusong::covering
