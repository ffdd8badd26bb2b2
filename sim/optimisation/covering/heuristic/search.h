#pragma once

#include <limits>
#include <string>
#include <vector>

#include "sim/optimisation/covering/solve.h"

namespace phusong::covering {

/// What a search over a reduced problem ends with.
struct SearchResult {
  bool feasible = false;
  bool proven_infeasible = false;
  std::vector<OptionIndex> built;
  double objective = 0.0;
  double bound = 0.0;
  std::string stopped_by;  ///< "optimal", "gap", "work" or "time"
  std::string solver;
};

/// Heuristic and bound over a problem as it stands, until the gap is small enough or the work is done.
SearchResult search(const Problem& problem, const Settings& settings, progress::Progress& progress);

}  // namespace phusong::covering
