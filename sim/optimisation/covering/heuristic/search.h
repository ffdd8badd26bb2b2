#pragma once

#include <string>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/covering/settings.h"
#include "sim/progress/progress.h"
#include "sim/progress/stop_reason.h"

namespace phusong::covering {

/// The result of a search over a presolved problem.
struct SearchResult {
  bool feasible = false;
  std::vector<OptionIndex> built;
  double objective = 0.0;
  double bound = 0.0;
  progress::StopReason stopped_by = progress::StopReason::kOptimal;
  std::string solver;
};

/// Searches a problem as it stands, without presolve: greedy construction, relaxation with cuts, large neighbourhood
/// search and branch and cut, until the gap is small enough or the work is done. Above
/// `most_demands_in_one_relaxation` the bound comes from the Lagrangian dual instead of one relaxation.
SearchResult search(const Problem& problem, const Settings& settings, progress::Progress& progress);

}  // namespace phusong::covering
