#include "sim/coverage/environments.h"

#include <utility>

namespace phusong::coverage {

std::vector<EnvironmentCoverage> cover_more_environments(const scenario::Scenario& scenario,
                                                         const gis::Terrain& terrain, PathLossStore* store,
                                                         progress::Progress& progress) {
  std::vector<EnvironmentCoverage> result;
  for (const scenario::Environment environment : scenario.options.service.more_environments) {
    scenario::Scenario there = scenario;
    there.options.service.environment = environment;
    there.options.service.indoor = environment == scenario::Environment::kIndoor;
    CoverageResult coverage = compute_coverage(there, terrain, {.store = store}, progress);
    result.push_back({.environment = environment, .verdicts = std::move(coverage.verdicts)});
  }
  return result;
}

}  // namespace phusong::coverage
