#pragma once

#include <algorithm>

namespace phusong::planning {

/// Computes (objective − lower bound) / objective.
inline double relative_gap(double objective, double lower_bound) {
  constexpr double kLeastObjective = 1e-9;
  return (objective - lower_bound) / std::max(objective, kLeastObjective);
}

}  // namespace phusong::planning
