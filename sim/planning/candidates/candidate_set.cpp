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
  std::vector<BuildPlace> places = places_of_tables(scenario);
  const auto add = [&places](std::vector<BuildPlace> more) {
    std::move(more.begin(), more.end(), std::back_inserter(places));
  };
  if (from.from_hamlets) add(places_at_hamlets(scenario, terrain, need));
  if (from.from_peaks) add(places_on_peaks(scenario, terrain, need));
  add_new_stations(scenario, places, set);
  return set;
}

}  // namespace phusong::planning
