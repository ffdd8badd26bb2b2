#include "sim/planning/candidate_study.h"

#include <utility>

#include "sim/planning/candidates/candidate_set.h"

namespace phusong::planning {

CandidateStudy find_useful_candidates(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                      const coverage::CoverageResult& today, coverage::PathLossStore* store,
                                      progress::Progress& progress) {
  CandidateStudy study{.need = need_of(today, scenario.options.plan), .set = {}, .matrix = {}, .costs = {}};
  study.set = find_candidates(scenario, terrain, study.need);
  study.matrix = coverage_matrix(
      {.scenario = scenario, .terrain = terrain, .need = study.need, .set = study.set, .store = store}, progress);
  study.set = without_idle_candidates(std::move(study.set), study.matrix);
  return study;
}

}  // namespace phusong::planning
