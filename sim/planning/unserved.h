#pragma once

#include <optional>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/verdict.h"
#include "sim/network/cell.h"
#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// Why a hamlet does not count with the plan built.
enum class UnservedReason {
  kOffTerrain,
  kNoCandidate,  ///< no candidate covers any of its points
  kOnlyPart,     ///< all candidates together cover too little of it
  kNotNeeded,    ///< the target is reached without it
  kNoBudget,
  kNoFibre  ///< there is no fibre to start from
};

/// A hamlet that does not count with the plan built.
struct UnservedHamlet {
  std::size_t hamlet = 0;  ///< index into Network::hamlets
  coverage::Status status = coverage::Status::kWhite;
  double share = 0.0;  ///< of its points' weight that is served
  /// Level missing at the centre, to the level that would do, in the target's technology that is nearest to it;
  /// negative where the centre has more than enough; nothing where no cell is in range, or fibre is what is missing.
  std::optional<double> missing_db;
  std::size_t candidates_covering = 0;  ///< that cover any of its points
  UnservedReason reason = UnservedReason::kNotNeeded;
};

/// The coverage with the plan built.
struct CoverageAfter {
  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  const coverage::CoverageResult& coverage;
  const std::vector<network::Cell>& cells;  ///< that `coverage` names by index
};

/// Lists the hamlets that stations leave without service.
std::vector<UnservedHamlet> unserved_by_stations(const CoverageAfter& after, const covering::Problem& problem);

/// Lists the hamlets that fibre does not reach. `has_fibre_to_start_from`: whether more of it would have helped.
std::vector<UnservedHamlet> unserved_by_fibre(const CoverageAfter& after, const std::vector<std::size_t>& hamlets,
                                              bool has_fibre_to_start_from);

}  // namespace phusong::planning
