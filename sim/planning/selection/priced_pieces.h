#pragma once

#include <cstdint>
#include <vector>

#include "sim/coverage/progress.h"
#include "sim/planning/selection/coverage_count.h"
#include "sim/planning/selection/cut_relaxation.h"

namespace phusong::planning {

/// How a bound by pieces is made.
struct PieceLimits {
  std::size_t hamlets = 80;  ///< of a piece
  std::int64_t nodes = 400;  ///< of its tree search
  double time_limit_s = 600.0;
};

/// Cuts that the relaxation cannot see hamlet by hamlet. Target, budget, communes and places are priced by its duals,
/// an option that serves several pieces becomes one in each, at a share of its price, and what is left falls apart
/// (Lagrangian decomposition). What a piece costs at least at these prices, by branching inside it, is a cut for the
/// whole; the duals of these cuts share the prices out anew in the next round.
class PricedPieces {
 public:
  PricedPieces(const SelectionProblem& problem, const CoverageCount& count, const PieceLimits& limits);

  /// Cuts of all pieces that the relaxation breaks; solved in parallel, in the order of the pieces. None where
  /// the relaxation has no solution.
  std::vector<milp::Row> cuts(const CutRelaxation& relaxation, const coverage::Progress& progress) const;

  std::size_t size() const { return pieces_.size(); }

 private:
  struct Part;
  using PartsOfOption = std::vector<std::vector<Part>>;

  PartsOfOption parts_of(const CutRelaxation& relaxation, const std::vector<double>& prices) const;
  milp::Row cut_of(std::size_t piece, const PartsOfOption& parts, const std::vector<double>& prices,
                   const coverage::Progress& progress) const;

  const SelectionProblem& problem_;
  const CoverageCount& count_;
  PieceLimits limits_;
  std::vector<std::vector<std::uint32_t>> pieces_;
  std::vector<std::size_t> piece_of_;  ///< of a hamlet
};

}  // namespace phusong::planning
