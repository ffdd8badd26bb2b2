#pragma once

#include <vector>

#include "sim/planning/selection/selection_problem.h"

namespace phusong::planning {

/// The same way with as little as says the same: no point that is served already or out of reach, points with the same
/// options joined, the need raised to the next weight that can be reached. Returns false if it is out of reach.
/// A way whose need is met already is left without points.
bool simplify_way(SelectionWay& way);

/// Simplifies every hamlet: one that counts gets `counts_already`, one that never can has no ways left.
void simplify_hamlets(std::vector<SelectionHamlet>& hamlets);

/// Hamlets that count by the same ways (and, with `by_commune`, are of the same commune) become one with their value.
std::vector<SelectionHamlet> join_equal_hamlets(std::vector<SelectionHamlet> hamlets, bool by_commune);

}  // namespace phusong::planning
