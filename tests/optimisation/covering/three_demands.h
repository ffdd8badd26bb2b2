#pragma once

#include <utility>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::tests {

/// A point that any of these options serves.
covering::DemandPoint point_by(std::vector<covering::OptionIndex> options, double weight = 1.0);

/// A demand of one point that any of these options serves.
covering::Demand demand_by(std::vector<covering::OptionIndex> options, double value = 1.0);

/// Options with these costs, each in an exclusion group of its own; the target is that all demands count.
covering::Problem problem_of(const std::vector<double>& costs, std::vector<covering::Demand> demands);

/// Three demands in a circle, each two of which share one of three options that cost 1: option i covers demand i and
/// the one before. Three halves are enough in the relaxation, but it takes two whole options.
covering::Problem triangle();

/// Three demands in a row: options 0 to 3 cover {0}, {0, 1}, {1, 2} and {2} and cost 2, 3, 3 and 2. The optimum is
/// options 0 and 2, or 1 and 3, at a cost of 5.
covering::Problem row_of_three();

}  // namespace phusong::tests
