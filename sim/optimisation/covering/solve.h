#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// When the search is content or gives up.
struct Settings {
  double gap = 0.01;
  double time_limit_s = 600.0;  ///< emergency stop; else the search stops on counted work
  std::int64_t seed = 1;
  std::size_t hamlets_at_once = 4000;  ///< that one linear program has: with more of them the bound is found by regions
};

struct Solution {
  std::vector<OptionIndex> built;  ///< ascending
  double objective = 0.0;          ///< cost, or with a budget the value reached
  double bound = 0.0;              ///< no selection costs less (with a budget: reaches more)
  double gap = 0.0;                ///< gap_of both
  bool reached = true;  ///< false: the goal is out of reach, and this is the most value that any selection reaches
  std::optional<Goal> goal_instead;  ///< that the bound belongs to, where the goal is out of reach
  std::string stopped_by;            ///< "optimal", "gap", "work" or "time"
  std::string solver;                ///< what found it and what proved the bound, for people
};

/// |objective − bound| / max(|objective|, 1e-9)
double gap_of(double objective, double bound);

/// Reductions, independent pieces, heuristic and bound. The same for any number of threads unless stopped by time.
/// Throws progress::Stopped.
Solution solve(const Problem& problem, const Settings& settings, progress::Progress& progress);

/// The whole problem as a model: the one that the bound belongs to.
milp::Model model_of(const Problem& problem);

/// Value of the hamlets that count with these options built.
double value_of(const Problem& problem, const std::vector<OptionIndex>& built);

}  // namespace phusong::covering
