#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// A Lagrangian subproblem: some demands with the options that cover them, without a target:
///   min Σ_i γ_i x_i + Σ_d δ_d z_d,  γ_i ≥ 0, δ_d ≤ 0                                  (Eq. 12)
/// where γ_i is the share of the option's Lagrangian cost that falls to this subproblem (`problem.options[i].cost`) and
/// δ_d the Lagrangian cost of z_d, 0 at most (`demand_cost`).
struct LagrangianSubproblem {
  Problem problem;
  std::vector<double> demand_cost;
  std::vector<Cut> known_cuts;       ///< in the subproblem's own numbers
  std::vector<OptionIndex> options;  ///< number in the whole problem, per option of the subproblem
  std::vector<DemandIndex> demands;  ///< number in the whole problem, per demand of the subproblem
};

/// The master model of Eq. (12), to be minimised.
MasterModel master_model(const LagrangianSubproblem& subproblem);

/// Tightens a relaxation of the subproblem's master model by its known cuts, cover cuts and so many rounds of integer
/// cuts. Throws progress::Stopped.
const milp::Relaxation& tighten(const LagrangianSubproblem& subproblem, CutRelaxation& relaxation,
                                std::size_t integer_rounds, const progress::Progress& progress, double time_limit_s);

/// Effort of one subproblem's bound.
struct DecompositionLimits {
  std::int64_t nodes = 400;  ///< of the tree search
  double time_limit_s = 600.0;
};

/// A lower bound on Eq. (12), by linear relaxation and branch and cut; mostly its optimum. Throws progress::Stopped.
double subproblem_bound(const LagrangianSubproblem& subproblem, const DecompositionLimits& limits,
                        const progress::Progress& progress);

}  // namespace phusong::covering
