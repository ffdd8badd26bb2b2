#pragma once

#include <cstdint>
#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// A few hamlets with what serves them, as a problem of its own: its options have a price, its hamlets are paid for,
/// and there is no target.
struct LagrangianSubproblem {
  Problem problem;
  std::vector<double> hamlet_cost;     ///< of each hamlet that counts, 0 or less
  std::vector<milp::Row> known;        ///< rows that every selection keeps, in the numbers of the piece's frame
  std::vector<OptionIndex> options;    ///< their numbers in the whole
  std::vector<std::uint32_t> hamlets;  ///< theirs
};

/// Its frame, to be minimised, hamlets paid for.
milp::Model master_model(const LagrangianSubproblem& piece);

/// Adds what the piece knows, cover cuts and so many rounds of integer cuts to a relaxation of its frame. Throws
/// progress::Stopped.
const milp::Relaxation& tighten(const LagrangianSubproblem& piece, CutRelaxation& relaxation,
                                std::size_t integer_rounds, const progress::Progress& progress, double time_limit_s);

/// How much work its bound is worth.
struct DecompositionLimits {
  std::int64_t nodes = 400;  ///< of the tree search
  double time_limit_s = 600.0;
};

/// What the piece costs at least, whatever is built: by linear relaxation and branching. Throws progress::Stopped.
double least_cost_of(const LagrangianSubproblem& piece, const DecompositionLimits& limits,
                     const progress::Progress& progress);

}  // namespace phusong::covering
