#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/optimisation/milp/model.h"

namespace phusong::milp {

/// Stop criteria. Work is counted, so that the solution does not depend on the machine; the time limit is an emergency
/// stop.
struct SolveLimits {
  double relative_gap = 0.0;
  std::optional<std::int64_t> nodes;  ///< of branch and bound
  std::optional<double> time_limit_s;
  std::function<bool()> stop_requested;  ///< asked between nodes; empty: never stop
};

enum class Outcome { kOptimal, kInfeasible, kUnbounded, kStopped };

struct Solution {
  Outcome outcome = Outcome::kStopped;  ///< kOptimal: within `relative_gap`
  bool feasible = false;                ///< `values` and `objective` hold a solution
  bool stopped_by_time = false;
  double objective = 0.0;
  double bound = 0.0;          ///< no solution is better; infinite where nothing is known
  std::vector<double> values;  ///< one per variable; those of integer variables are whole numbers
};

/// Solves a model by CBC on one thread. `start`: a solution to begin with, or empty.
Solution solve(const Model& model, const SolveLimits& limits, const std::vector<double>& start = {});

/// The optimum of a linear relaxation.
struct Relaxation {
  bool feasible = false;  ///< there is an optimum: feasible and bounded
  double objective = 0.0;
  std::vector<double> values;
  std::vector<double> row_duals;  ///< change of the objective per unit of a row's bound
  std::vector<double> reduced_costs;
};

/// Solves a model without its integer conditions, by CLP.
Relaxation solve_relaxation(const Model& model);

}  // namespace phusong::milp
