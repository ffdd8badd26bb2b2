#pragma once

#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/coverage/verdict.h"
#include "sim/planning/candidate_costs.h"
#include "sim/planning/matrix/coverage_matrix.h"
#include "sim/planning/need.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// The candidates that cover something, with their coverage and costs.
struct CandidateStudy {
  Need need;
  CandidateSet set;
  CoverageMatrix matrix;
  std::vector<CandidateCost> costs;  ///< one per candidate
};

/// Finds the candidates that cover a point in need and what they cover, not yet what they cost: candidate_costs does
/// that. `today` has the plan's operator in its first column; `store` may be null. Throws progress::Stopped.
CandidateStudy find_useful_candidates(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                      const coverage::CoverageResult& today, coverage::PathLossStore* store,
                                      progress::Progress& progress);

}  // namespace phusong::planning
