#pragma once

#include <cstddef>
#include <vector>

#include "sim/optimisation/covering/decomposition/lagrangian_decomposition.h"
#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// Iterations of the Lagrangian dual over regions of one size.
struct DualIterations {
  std::size_t iterations = 8;      ///< at most
  std::size_t demands = 150;       ///< per region, about
  std::size_t integer_rounds = 6;  ///< of cuts in each region
};

/// The Lagrangian dual, for problems whose relaxation is too large for one linear program. Each iteration partitions
/// the demands into regions, elsewhere than the one before, and solves a relaxation per region at one multiplier of the
/// goal row; the duals of the regions' cuts decide how the next iteration splits costs. The multiplier follows the
/// subgradient, as in Beasley (1990) and A. Caprara, M. Fischetti and P. Toth, A heuristic method for the set covering
/// problem, Operations Research 47, 1999. The time grows with the number of demands; without branching the bound stays
/// below that of the relaxation in one piece. Quotas are left out, which keeps the bound valid.
class LagrangianDual {
 public:
  LagrangianDual(const Problem& problem, const CoverageCount& count);

  /// Iterates from the best dual solution so far; the first call of all looks for an initial multiplier. Ends early
  /// where two iterations running raise the bound little. Call it with small regions first: large ones are worth their
  /// time at multipliers that are nearly right.
  void iterate(const DualIterations& plan, const progress::Progress& progress, double time_limit_s);

  /// One more iteration at the best dual solution, with branch and cut in each region.
  void branch(std::size_t demands, const DecompositionLimits& limits, const progress::Progress& progress);

  /// Lower bound on the objective of the problem, to be minimised; -infinity before the first iteration.
  double bound() const { return bound_; }

  /// Reduced cost of each variable at the dual solution.
  std::vector<double> reduced_costs() const { return covering::reduced_costs(dual_solution()); }

 private:
  /// The result of one iteration.
  struct Iterate {
    std::vector<Cut> cuts;
    std::vector<double> duals;  ///< of the cuts
    double bound = -milp::kInfinity;
    double subgradient = 0.0;        ///< value above the target, or budget that is left
    std::vector<double> goal_duals;  ///< dual of the goal row, per region with a goal of its own
  };

  Regions regions(std::size_t iteration, std::size_t demands) const;
  DualSolution dual_solution() const {
    return {.problem = problem_, .master = master_, .cuts = cuts_, .duals = duals_};
  }
  void initialise_multiplier(const DualIterations& plan, const progress::Progress& progress, double time_limit_s);
  void step(double subgradient);
  Iterate relax(const LagrangianDecomposition& decomposition, const DualIterations& plan, bool with_own_goals,
                const progress::Progress& progress, double time_limit_s);
  Goal own_goal(const LagrangianSubproblem& subproblem) const;
  void set_multiplier(double multiplier);
  void take_duals(const Iterate& iterate);

  const Problem& problem_;
  const CoverageCount& count_;
  MasterModel master_;
  double multiplier_ = 0.0;    ///< of the goal row
  std::vector<Cut> cuts_;      ///< with duals above 0
  std::vector<double> duals_;  ///< of the master model's rows, then of the cuts
  double bound_ = -milp::kInfinity;
  double step_ = 0.1;              ///< of the multiplier, as a share of it
  double last_subgradient_ = 0.0;  ///< of the iteration before
  std::size_t iteration_ = 0;      ///< number of the next one
};

}  // namespace phusong::covering
