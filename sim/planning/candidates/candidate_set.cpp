#include "sim/planning/candidates/candidate_set.h"

#include <iterator>

namespace phusong::planning {

std::string_view name_of(StationKind kind) {
  switch (kind) {
    case StationKind::kMast:
      return "mast";
    case StationKind::kPole:
      return "pole";
    case StationKind::kUpgrade:
      return "upgrade";
  }
  return "";
}

CandidateSet find_candidates(const scenario::Scenario& scenario, const gis::Terrain& terrain, const Need& need) {
  const scenario::PlanCandidates& from = scenario.options.plan.candidates;
  CandidateSet set;
  if (from.existing_masts) add_upgrades(scenario, need, set);
  std::vector<BuildLocation> locations = locations_of_tables(scenario);
  const auto add = [&locations](std::vector<BuildLocation> more) {
    std::move(more.begin(), more.end(), std::back_inserter(locations));
  };
  if (from.from_hamlets) add(locations_at_hamlets(scenario, terrain, need));
  if (from.from_peaks) add(locations_on_peaks(scenario, terrain, need));
  add_new_stations(scenario, locations, set);
  return set;
}

}  // namespace phusong::planning
