#pragma once

#include <vector>

#include "sim/coverage/coverage.h"

namespace phusong::coverage {

/// The verdicts of all hamlets in another environment than that of the run.
struct EnvironmentCoverage {
  scenario::Environment environment = scenario::Environment::kIndoor;
  std::vector<std::vector<HamletVerdict>> verdicts;  ///< [operator][hamlet], as in CoverageResult
};

/// Judges every hamlet in each of service.more_environments, in their order. The paths are those of the run and come
/// from the store where it keeps them; `store` may be null. Throws progress::Stopped.
std::vector<EnvironmentCoverage> cover_more_environments(const scenario::Scenario& scenario,
                                                         const gis::Terrain& terrain, PathLossStore* store,
                                                         progress::Progress& progress);

}  // namespace phusong::coverage
