#include "sim/planning/connected_stations.h"

namespace phusong::planning {
namespace {

std::vector<SiteCostLine> cost_lines_of(const PricedCandidates& candidates, const ConnectedStations& connected) {
  std::vector<SiteCostLine> lines;
  const auto add = [&lines](const std::string& site_id, const std::vector<CostLine>& more) {
    for (const CostLine& line : more)
      lines.push_back({.site_id = site_id, .line = line});
  };
  for (const PlannedStation& station : connected.stations)
    add(station.node.id, candidates.costs[station.candidate].station.cost_lines);
  for (const BackhaulRelay& relay : connected.backhaul.relays)
    add(relay.node.id, relay.cost_lines);
  for (const BackhaulLink& link : connected.backhaul.links)
    add(link.from, link.cost_lines);
  return lines;
}

}  // namespace

ConnectedStations connect(const PricedCandidates& candidates, const std::vector<covering::OptionIndex>& built,
                          const BackhaulFinder& finder, progress::Progress& progress) {
  ConnectedStations connected;
  std::vector<BackhaulNode> nodes;
  std::vector<BackhaulRoute> routes;
  for (const covering::OptionIndex option : built) {
    nodes.push_back(backhaul_node(candidates.set.site_of(candidates.set.candidates[option])));
    routes.push_back(candidates.costs[option].route);
    connected.stations.push_back({.candidate = option, .node = nodes.back()});
  }
  connected.backhaul = share_backhaul(finder, nodes, routes, progress);
  connected.cost_lines = cost_lines_of(candidates, connected);
  connected.cost = total(connected.cost_lines);
  return connected;
}

}  // namespace phusong::planning
