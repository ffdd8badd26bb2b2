#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/covering/settings.h"
#include "sim/progress/progress.h"
#include "sim/progress/stop_reason.h"

namespace phusong::covering {

struct Solution {
  std::vector<OptionIndex> built;  ///< ascending
  double objective = 0.0;          ///< cost, or with a budget the total value
  double bound = 0.0;              ///< no selection costs less (with a budget: has a greater value)
  double gap = 0.0;                ///< gap_of() of both
  bool reached = true;  ///< false: the goal is infeasible, and this is the greatest value that any selection has
  std::optional<Goal> goal_instead;  ///< the goal that the bound belongs to, where the goal is infeasible
  progress::StopReason stopped_by = progress::StopReason::kOptimal;
  std::string solver;  ///< methods that found the selection and proved the bound, for people
};

/// Relative gap: |objective − bound| / max(|objective|, 1e-9)
double gap_of(double objective, double bound);

/// Solves a partial covering problem (README.md): presolve, heuristics and lower bound. Where the goal is infeasible,
/// solves for the greatest value instead and the least cost for it. The same for any number of threads unless stopped
/// by time. Throws progress::Stopped.
Solution solve(const Problem& problem, const Settings& settings, progress::Progress& progress);

}  // namespace phusong::covering
