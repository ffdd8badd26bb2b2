#pragma once

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Value and hamlets a commune when everything is built at once: no selection reaches more.
struct Reach {
  double value = 0.0;
  std::vector<std::size_t> hamlets_of_commune;
};
Reach utmost_reach(const Problem& problem);

/// Whether target and communes lie within the utmost reach.
bool may_be_reached(const Problem& problem);

/// The same problem asking for the most value at any cost, communes left out.
Problem most_value_problem(Problem problem);

}  // namespace phusong::covering
