#pragma once

#include <tbb/enumerable_thread_specific.h>

#include <vector>

#include "sim/optimisation/covering/cuts/cover_cut.h"
#include "sim/optimisation/covering/cuts/cut.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/milp/branch_and_cut.h"
#include "sim/optimisation/milp/growing_relaxation.h"
#include "sim/progress/deadline.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// The linear relaxation of the master problem with the cuts found so far. Points of demands are no variables: cover
/// cuts alone link z to x, which takes fewer rows than Eq. (6) and (7) do.
class CutRelaxation {
 public:
  /// `master`: master_model(problem) to be minimised, perhaps with another objective.
  CutRelaxation(const Problem& problem, MasterModel master);

  /// Adds violated cover cuts and solves again, until none is violated, for so many rounds, or until the time is over:
  /// `relaxation()` is then the last one that was solved, with duals of 0 for rows that came after it. Its rows are
  /// those of the master model, then `cuts()`.
  const milp::Relaxation& tighten(std::size_t rounds, const progress::Progress& progress,
                                  double time_limit_s = milp::kInfinity);

  /// Adds cuts of any kind.
  void add(const std::vector<Cut>& cuts);

  const milp::Relaxation& relaxation() const { return relaxation_; }
  const MasterModel& master() const { return master_; }
  std::size_t master_rows() const { return master_.model.rows.size(); }
  const std::vector<Cut>& cuts() const { return cuts_; }
  /// Dual of a cut.
  double dual_of(std::size_t cut) const { return relaxation_.row_duals[master_rows() + cut]; }

  /// Master model and cuts, and a separator for the cover cuts that may still be missing. Refers to this relaxation.
  milp::LazyModel lazy_model();

 private:
  std::vector<Cut> violated_cover_cuts(const std::vector<double>& values, double least_violation);
  bool solve(const progress::Deadline& deadline);

  const Problem& problem_;
  MasterModel master_;
  tbb::enumerable_thread_specific<CoverCutSeparator> separators_;
  std::vector<Cut> cuts_;
  milp::GrowingRelaxation simplex_;
  milp::Relaxation relaxation_;
};

}  // namespace phusong::covering
