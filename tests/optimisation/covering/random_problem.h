#pragma once

#include <cstddef>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::tests {

/// A small problem with everything in it: several alternatives, points with cover sets, quotas, exclusion groups,
/// demands that count already, options for nothing. With `budget`, most value for a budget.
covering::Problem random_problem(unsigned seed, bool budget);

/// Best objective over all selections, by trying each; below 0 if none keeps the goal.
double best_by_enumeration(const covering::Problem& problem);

/// A province at random: demands of 19 points in a disc, options with a radius of 1.5 to 6 km, a random shadow in each
/// direction, costs from 500 to 3000; three options per exclusion group; the target is a share of the demands.
struct Province {
  std::size_t demands = 200;
  std::size_t options = 1000;
  double side_km = 30.0;
  double target_share = 0.985;
  unsigned seed = 1;
};
covering::Problem random_province(const Province& province);

}  // namespace phusong::tests
