#include "sim/planning/candidate_costs.h"

#include <set>

namespace phusong::planning {

/// A mast of the network is connected unless its row says that it is not.
BackhaulNode backhaul_node(const CandidateSite& site) {
  return {.id = site.site.site_id,
          .position = site.site.position,
          .lon_lat = site.site.lon_lat,
          .mast_height_m = site.site.mast_height_m,
          .is_connected = site.kind == StationKind::kUpgrade && site.site.backhaul != network::Backhaul::kNone};
}

std::vector<BackhaulNode> backhaul_nodes(const CandidateSet& set) {
  std::vector<BackhaulNode> nodes;
  for (const Candidate& candidate : set.candidates)
    nodes.push_back(backhaul_node(set.site_of(candidate)));
  return nodes;
}

std::vector<BackhaulNode> relay_locations(const CandidateSet& set) {
  std::vector<BackhaulNode> locations;
  std::set<std::size_t> seen;
  for (const CandidateSite& site : set.sites) {
    if (!site.is_peak || !seen.insert(site.exclusion_group).second) continue;
    locations.push_back(backhaul_node(site));
    locations.back().id = "relay-" + site.site.site_id;
  }
  return locations;
}

std::vector<CandidateCost> candidate_costs(const scenario::Scenario& scenario, const CandidateSet& set,
                                           const BackhaulFinder& finder, progress::Progress& progress) {
  std::vector<BackhaulRoute> routes = finder.cheapest_routes(backhaul_nodes(set), progress);
  const GridPower power(scenario);
  std::vector<CandidateCost> costs;
  for (std::size_t i = 0; i < set.candidates.size(); ++i)
    costs.push_back({.station = station_cost(scenario, power, set, set.candidates[i]), .route = std::move(routes[i])});
  return costs;
}

}  // namespace phusong::planning
