#pragma once

#include <Eigen/SparseCore>
#include <cstdint>

#include "gis/terrain.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/need.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// Coverage by one technology: a row per site of the candidates, a column per point in need, an entry where the site's
/// cells cover the point.
using SiteCoverage = Eigen::SparseMatrix<std::uint8_t, Eigen::RowMajor>;

/// The points in need that candidates cover, by technology.
struct CoverageMatrix {
  network::PerTechnology<SiteCoverage> by_technology;
  std::size_t pairs = 0;        ///< site and point within range
  std::size_t exact_paths = 0;  ///< those that bounds could not rule out

  /// Lists the points that the candidate covers with one of its technologies in `technology`'s matrix, ascending.
  std::vector<std::size_t> points_of(const Candidate& candidate, network::Technology technology) const;
  /// Lists the points that it covers with any of its technologies, ascending.
  std::vector<std::size_t> points_of(const Candidate& candidate) const;
};

/// The values that a coverage matrix is made from.
struct MatrixInputs {
  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  const Need& need;
  const CandidateSet& set;
  coverage::PathLossStore* store = nullptr;  ///< where path losses are looked for and kept, if anywhere
};

/// Computes the matrix by the arithmetic of the coverage stage: exact paths to the points that cheap bounds leave, the
/// strongest cell of each site and technology, and the probability threshold. A point counts as covered only where the
/// level would do for every frequency that the technology has in the network or in the equipment: then it stays covered
/// whichever cell turns out to be the strongest, and stations never take coverage from each other. Parallel over sites;
/// the same for any number of threads. Throws progress::Stopped.
CoverageMatrix coverage_matrix(const MatrixInputs& inputs, progress::Progress& progress);

/// Removes the candidates that cover nothing from the set; its sites and cells stay.
CandidateSet without_idle_candidates(CandidateSet set, const CoverageMatrix& matrix);

}  // namespace phusong::planning
