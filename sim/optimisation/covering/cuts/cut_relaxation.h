#pragma once

#include <tbb/enumerable_thread_specific.h>

#include <vector>

#include "sim/optimisation/covering/cuts/cover_cut.h"
#include "sim/optimisation/milp/branch_and_cut.h"
#include "sim/optimisation/milp/growing_relaxation.h"
#include "sim/progress/deadline.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// A selection problem as a frame to be minimised and the cover cuts found so far. The points of hamlets are no
/// variables: their needs are in the cuts alone, which gives a smaller and tighter relaxation than served points do.
class CutRelaxation {
 public:
  /// `frame`: frame_of(problem), perhaps with another objective or without a target; its rows stay the first ones.
  CutRelaxation(const Problem& problem, milp::Model frame);

  /// Adds cuts until none is broken, for as many rounds, or until the time is over: `relaxation()` is then the last one
  /// that was solved, with duals of 0 for rows that came after it. Its rows: those of the frame, then `cuts()`.
  const milp::Relaxation& tighten(std::size_t rounds, const progress::Progress& progress,
                                  double time_limit_s = milp::kInfinity);

  /// Rows that every selection keeps, whatever they come from; the last term of each is a hamlet.
  void add(const std::vector<milp::Row>& rows);

  const milp::Relaxation& relaxation() const { return relaxation_; }
  std::size_t frame_rows() const { return frame_.rows.size(); }
  const milp::Model& frame() const { return frame_; }
  const std::vector<milp::Row>& cuts() const { return cuts_; }

  /// Frame and cuts, and a separator for what may still be missing. Refers to this relaxation.
  milp::LazyModel lazy_model();

 private:
  std::vector<milp::Row> broken_rows(const std::vector<double>& values, double least_violation);
  bool solve(const progress::Deadline& deadline);

  const Problem& problem_;
  milp::Model frame_;
  tbb::enumerable_thread_specific<CoverCuts> separators_;
  std::vector<milp::Row> cuts_;
  milp::GrowingRelaxation simplex_;
  milp::Relaxation relaxation_;
};

/// The same model with the objective turned round where it is maximised.
milp::Model minimised(milp::Model model);

}  // namespace phusong::covering
