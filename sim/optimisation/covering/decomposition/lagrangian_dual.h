#pragma once

#include <cstddef>
#include <vector>

#include "sim/optimisation/covering/decomposition/lagrangian_decomposition.h"
#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// Passes over regions of one size.
struct RegionPasses {
  std::size_t passes = 8;          ///< at most
  std::size_t hamlets = 150;       ///< of a region, about
  std::size_t integer_rounds = 6;  ///< of cuts in each of them
};

/// A dual solution for problems whose relaxation is too large for one linear program. The hamlets are split into
/// regions, each region solves a relaxation of its own at one price for what counts, and what is left over of an
/// option's price there is shared out among the others in the next pass, which splits elsewhere. Its time grows with
/// the number of hamlets; its bound stays below that of the whole relaxation, but for
/// branching. The minimum of communes is not in it.
class LagrangianDual {
 public:
  LagrangianDual(const Problem& problem, const CoverageCount& count);

  /// Passes that go on from the best one before; the first of all finds a price. Ends earlier where two passes one
  /// after the other raise the bound little. Cheap passes first, then dearer ones: a pass is worth most at prices that
  /// are nearly right.
  void tighten(const RegionPasses& what, const progress::Progress& progress, double time_limit_s);

  /// One more, in which regions are branched in, at the duals of the best pass.
  void branch(std::size_t hamlets, const DecompositionLimits& limits, const progress::Progress& progress);

  /// Of the problem's objective, to be minimised; -infinity before the first pass.
  double bound() const { return bound_; }

  /// What its rows leave of each variable's cost.
  std::vector<double> reduced_costs() const { return covering::reduced_costs(rows()); }

 private:
  /// What a pass found.
  struct Pass {
    std::vector<milp::Row> cuts;
    std::vector<double> duals;  ///< of them
    double bound = -milp::kInfinity;
    double spare = 0.0;             ///< value above the target, or budget left
    std::vector<double> own_price;  ///< of what counts, of each region with a goal of its own
  };

  Regions regions(std::size_t pass, std::size_t hamlets) const;
  PricedRows rows() const { return {.frame = frame_, .cuts = cuts_, .duals = duals_}; }
  void find_price(const RegionPasses& what, const progress::Progress& progress, double time_limit_s);
  void change_price(double spare);
  Pass relax(const LagrangianDecomposition& pieces, const RegionPasses& what, bool with_own_goals,
             const progress::Progress& progress, double time_limit_s);
  Goal own_goal(const LagrangianSubproblem& piece) const;
  void set_price(double price);
  void keep(const Pass& pass);

  const Problem& problem_;
  const CoverageCount& count_;
  milp::Model frame_;
  std::size_t goal_row_ = 0;     ///< of the frame: target or budget
  double price_ = 0.0;           ///< of what counts
  std::vector<milp::Row> cuts_;  ///< that pay something
  std::vector<double> duals_;    ///< of the frame's rows, then of the cuts
  double bound_ = -milp::kInfinity;
  double step_ = 0.1;        ///< of the price, as a share of it
  double last_spare_ = 0.0;  ///< of the pass before
  std::size_t pass_ = 0;     ///< number of the next one
};

}  // namespace phusong::covering
