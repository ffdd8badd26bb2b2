#pragma once

#include <cstddef>
#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/decomposition/lagrangian_subproblem.h"
#include "sim/optimisation/covering/decomposition/region.h"
#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// A dual solution of a relaxation: a multiplier for each row.
struct DualSolution {
  const Problem& problem;
  const MasterModel& master;  ///< to be minimised
  const std::vector<Cut>& cuts;
  const std::vector<double>& duals;  ///< of the master model's rows, then of the cuts

  double of_cut(std::size_t cut) const { return duals[master.model.rows.size() + cut]; }
};

/// Reduced cost of each variable: its cost less Σ dual · coefficient over all rows.
std::vector<double> reduced_costs(const DualSolution& dual);

/// Lagrangian decomposition into regions of demands. Target or budget, quotas and cuts over several regions (linking
/// cuts) are dualised; an option that covers demands of several regions is copied into each, and its Lagrangian cost is
/// split among the copies (cost splitting). The sum of the subproblems' optima and of the dualised right-hand sides is
/// a lower bound: M. Guignard and S. Kim, Lagrangean decomposition, Mathematical Programming 39, 1987; for set covering
/// see J. E. Beasley, A Lagrangian heuristic for set-covering problems, Naval Research Logistics 37, 1990.
class LagrangianDecomposition {
 public:
  LagrangianDecomposition(const Problem& problem, const CoverageCount& count, Regions regions);

  std::size_t size() const { return regions_.size(); }

  /// The subproblems at these multipliers, one per region.
  std::vector<LagrangianSubproblem> subproblems(const DualSolution& dual) const;

  /// Lower bound on the objective of the whole problem, from a lower bound on each subproblem (Eq. 13).
  double bound(const DualSolution& dual, const std::vector<double>& subproblem_bounds) const;

  /// Lagrangian bound cuts: a subproblem's objective is at least its bound (Eq. 14). The relaxation sees one demand at
  /// a time and may violate them; the duals of these cuts then split the costs anew in the next round. Subproblems are
  /// solved in parallel. Returns the violated cuts in the order of the regions, none where the relaxation is
  /// infeasible. `limits`: nodes per subproblem, and time for all of them.
  std::vector<Cut> cuts(const CutRelaxation& relaxation, const DecompositionLimits& limits,
                        const progress::Progress& progress) const;

  /// Per cut the subproblem that has all of its demands, or kLinking.
  std::vector<std::size_t> subproblems_of(const std::vector<Cut>& cuts) const;
  static constexpr std::size_t kLinking = ~std::size_t{0};

 private:
  struct CostShare;
  struct CostSplit;

  CostSplit linking_costs(const DualSolution& dual) const;
  void split_costs(const DualSolution& dual, CostSplit& split) const;
  LagrangianSubproblem subproblem_at(std::size_t region, const DualSolution& dual, const CostSplit& split) const;

  const Problem& problem_;
  const CoverageCount& count_;
  Regions regions_;
  std::vector<std::size_t> region_of_;  ///< per demand
};

/// A cut of a subproblem in the numbers of the whole problem.
Cut in_whole(const LagrangianSubproblem& subproblem, Cut cut);

}  // namespace phusong::covering
