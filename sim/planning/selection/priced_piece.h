#pragma once

#include <cstdint>
#include <vector>

#include "sim/coverage/progress.h"
#include "sim/planning/milp/model.h"
#include "sim/planning/selection/cut_relaxation.h"
#include "sim/planning/selection/selection_problem.h"

namespace phusong::planning {

/// A few hamlets with what serves them, as a problem of its own: its options have a price, its hamlets are paid for,
/// and there is no target.
struct PricedPiece {
  SelectionProblem problem;
  std::vector<double> hamlet_cost;     ///< of each hamlet that counts, 0 or less
  std::vector<milp::Row> known;        ///< rows that every selection keeps, in the numbers of the piece's frame
  std::vector<OptionIndex> options;    ///< their numbers in the whole
  std::vector<std::uint32_t> hamlets;  ///< theirs
};

/// Its frame, to be minimised, hamlets paid for.
milp::Model frame_of(const PricedPiece& piece);

/// Adds what the piece knows, cover cuts and so many rounds of integer cuts to a relaxation of its frame. Throws
/// coverage::Stopped.
const milp::Relaxation& tighten(const PricedPiece& piece, CutRelaxation& relaxation, std::size_t integer_rounds,
                                const coverage::Progress& progress, double time_limit_s);

/// How much work its bound is worth.
struct PieceLimits {
  std::int64_t nodes = 400;  ///< of the tree search
  double time_limit_s = 600.0;
};

/// What the piece costs at least, whatever is built: by linear relaxation and branching. Throws coverage::Stopped.
double least_cost_of(const PricedPiece& piece, const PieceLimits& limits, const coverage::Progress& progress);

}  // namespace phusong::planning
