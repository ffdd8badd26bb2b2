#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// The same way with as little as says the same: no point that is served already or out of reach, points with the same
/// options joined, the need raised to the next weight that can be reached. Returns false if it is out of reach.
/// A way whose need is met already is left without points.
bool simplify_way(Alternative& way);

/// Simplifies every hamlet: one that counts gets `counts_already`, one that never can has no ways left.
void simplify_hamlets(std::vector<Demand>& hamlets);

/// Hamlets that count by the same ways (and, with `by_commune`, are of the same commune) become one with their value.
std::vector<Demand> join_equal_hamlets(std::vector<Demand> hamlets, bool by_commune);

}  // namespace phusong::covering
