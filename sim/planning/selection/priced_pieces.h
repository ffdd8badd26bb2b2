#pragma once

#include <vector>

#include "sim/coverage/progress.h"
#include "sim/planning/selection/coverage_count.h"
#include "sim/planning/selection/cut_relaxation.h"
#include "sim/planning/selection/priced_piece.h"
#include "sim/planning/selection/region.h"

namespace phusong::planning {

/// Cuts that the relaxation cannot see hamlet by hamlet. Target, budget, communes and places are priced by its duals,
/// an option that serves several pieces becomes one in each, at a share of its price, and what is left falls apart
/// (Lagrangian decomposition). What a piece costs at least at these prices, by branching inside it, is a cut for the
/// whole; the duals of these cuts share the prices out anew in the next round. Cuts within a piece are known to it:
/// those of small pieces help the search in a larger one.
class PricedPieces {
 public:
  PricedPieces(const SelectionProblem& problem, const CoverageCount& count, Regions pieces);

  /// Cuts of all pieces that the relaxation breaks; solved in parallel, in the order of the pieces. None where
  /// the relaxation has no solution. `limits`: nodes a piece, and time for all.
  std::vector<milp::Row> cuts(const CutRelaxation& relaxation, const PieceLimits& limits,
                              const coverage::Progress& progress) const;

  std::size_t size() const { return pieces_.size(); }

 private:
  struct Part;
  struct Prices;

  std::vector<std::size_t> pieces_of_cuts(const CutRelaxation& relaxation) const;
  Prices prices_of(const CutRelaxation& relaxation) const;
  void share_out(const CutRelaxation& relaxation, Prices& prices) const;
  PricedPiece piece_at(std::size_t piece, const CutRelaxation& relaxation, const Prices& prices, milp::Row& cut) const;

  const SelectionProblem& problem_;
  const CoverageCount& count_;
  Regions pieces_;
  std::vector<std::size_t> piece_of_;  ///< of a hamlet
};

}  // namespace phusong::planning
