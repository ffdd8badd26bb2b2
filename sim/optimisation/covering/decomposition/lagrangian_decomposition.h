#pragma once

#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/decomposition/lagrangian_subproblem.h"
#include "sim/optimisation/covering/decomposition/region.h"
#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// The rows of a relaxation and what each of them pays: a solution of its dual.
struct PricedRows {
  const milp::Model& frame;            ///< to be minimised
  const std::vector<milp::Row>& cuts;  ///< the last term of each is a hamlet
  const std::vector<double>& duals;    ///< of the frame's rows, then of the cuts
};

/// What the rows leave of each variable's cost.
std::vector<double> reduced_costs(const PricedRows& rows);

/// A problem that falls apart (Lagrangian decomposition): target, budget, communes and cuts across pieces are priced by
/// duals, an option that serves several pieces becomes one in each, at a share of its price.
class LagrangianDecomposition {
 public:
  LagrangianDecomposition(const Problem& problem, const CoverageCount& count, Regions pieces);

  /// The pieces at these prices.
  std::vector<LagrangianSubproblem> priced(const PricedRows& rows) const;

  /// What every selection costs at least, if each piece costs so much at these prices.
  double bound(const PricedRows& rows, const std::vector<double>& least_costs) const;

  /// Cuts that the relaxation cannot see hamlet by hamlet: what a piece costs at least, by branching inside it, is one
  /// for the whole; the duals of these cuts share the prices out anew in the next round. Cuts within a piece are known
  /// to it: those of small pieces help the search in a larger one. Those that the relaxation breaks; solved in
  /// parallel, in the order of the pieces. None where the relaxation has no solution. `limits`: nodes a piece, and time
  /// for all.
  std::vector<milp::Row> cuts(const CutRelaxation& relaxation, const DecompositionLimits& limits,
                              const progress::Progress& progress) const;

  /// The piece that all hamlets of a cut lie in, or kAcross; one a cut.
  std::vector<std::size_t> pieces_of(const std::vector<milp::Row>& cuts) const;
  static constexpr std::size_t kAcross = ~std::size_t{0};

  /// The number of a piece's variable in the whole.
  std::size_t variable_in_whole(const LagrangianSubproblem& piece, std::size_t variable) const;

  std::size_t size() const { return pieces_.size(); }

 private:
  struct Part;
  struct Prices;

  Prices prices_of(const PricedRows& rows) const;
  void share_out(const PricedRows& rows, Prices& prices) const;
  LagrangianSubproblem piece_at(std::size_t piece, const PricedRows& rows, const Prices& prices) const;
  milp::Row row_of(const LagrangianSubproblem& piece, double least_cost) const;

  const Problem& problem_;
  const CoverageCount& count_;
  Regions pieces_;
  std::vector<std::size_t> piece_of_;  ///< of a hamlet
};

}  // namespace phusong::covering
