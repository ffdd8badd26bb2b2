#include "sim/planning/backhaul/share.h"

#include <algorithm>

#include "sim/planning/backhaul/forest_builder.h"
#include "sim/planning/backhaul/new_links.h"
#include "sim/planning/backhaul/stand_alone_routes.h"

namespace phusong::planning {
namespace {

/// Writes a forest down as links and relays.
class ForestWriter {
 public:
  ForestWriter(const RoutingGraph& graph, const SharedForest& forest)
      : graph_(graph), forest_(forest), engine_(graph.terrain, graph.scenario.options) {}

  SharedBackhaul write(std::size_t station_count) {
    SharedBackhaul shared;
    for (ForestIndex index = 0; index < forest_.size(); ++index) {
      if (forest_.is_root(index) || !forest_.node(index).active) continue;
      shared.links.push_back(link_of(index));
      if (forest_.role(index) == ForestRole::kRelay)
        shared.relays.push_back(relay(forest_.backhaul_node(index), graph_.costs));
    }
    for (std::size_t station = 0; station < station_count; ++station)
      shared.route_of_station.push_back(route_from(forest_.node_of_station(station)));
    shared.cost = BackhaulRoute{.links = shared.links, .relays = shared.relays}.cost();
    return shared;
  }

 private:
  BackhaulLink link_of(ForestIndex index) {
    const BackhaulNode& from = forest_.backhaul_node(index);
    const Uplink& uplink = forest_.node(index).uplink;
    const BackhaulCosts& costs = graph_.costs;
    if (uplink.medium == Medium::kSatellite) return satellite_link(from, costs.satellite_terminal);
    const BackhaulNode& to = forest_.backhaul_node(uplink.parent);
    if (uplink.medium == Medium::kFibre) return fibre_link(from, to, uplink.fibre_km, costs.fibre_per_km);
    return microwave_link(from, to, engine_.link(from, to).value(), costs.microwave_hop);
  }

  BackhaulRoute route_from(ForestIndex index) {
    BackhaulRoute route;
    for (; index != kNoParent && !forest_.is_root(index); index = forest_.node(index).uplink.parent) {
      route.links.push_back(link_of(index));
      if (forest_.role(index) == ForestRole::kRelay)
        route.relays.push_back(relay(forest_.backhaul_node(index), graph_.costs));
    }
    return route;
  }

  const RoutingGraph& graph_;
  const SharedForest& forest_;
  MicrowaveEngine engine_;
};

/// Lists the stations that need a link, in the order of the objective of their stand-alone routes.
std::vector<ForestIndex> insertion_order(const RoutingGraph& graph, const SharedForest& forest,
                                         std::span<const BackhaulRoute> stand_alone_routes) {
  std::vector<std::pair<double, ForestIndex>> order;
  for (std::size_t station = 0; station < stand_alone_routes.size(); ++station) {
    const ForestIndex index = forest.node_of_station(station);
    if (index != kNoParent) order.emplace_back(graph.costs.objective(stand_alone_routes[station].cost()), index);
  }
  std::ranges::sort(order);
  std::vector<ForestIndex> stations;
  for (const auto& [cost, index] : order)
    stations.push_back(index);
  return stations;
}

}  // namespace

SharedBackhaul share_backhaul(const BackhaulFinder& finder, std::span<const BackhaulNode> stations,
                              std::span<const BackhaulRoute> stand_alone_routes, progress::Progress& progress) {
  const RoutingGraph& graph = finder.graph();
  SharedForest forest(graph, stations, stand_alone_routes);
  const std::vector<ForestIndex> order = insertion_order(graph, forest, stand_alone_routes);
  progress.begin("shared backhaul", order.size());
  ForestBuilder builder(graph, forest, progress);
  builder.insert(order);
  builder.improve();
  builder.ruin_and_recreate(order);
  SharedBackhaul shared = ForestWriter(graph, forest).write(stations.size());
  if (!keeps_link_limit(stand_alone_routes, graph.scenario.options.backhaul.max_links_per_node)) return shared;
  SharedBackhaul stand_alone = merged(stand_alone_routes);
  // A budget was kept by the capex of stand-alone routes: less to run is no reason to break it.
  const bool stand_alone_is_cheaper =
      graph.scenario.options.plan.target.budget_million_vnd
          ? stand_alone.cost.capex_million_vnd < shared.cost.capex_million_vnd
          : graph.costs.objective(stand_alone.cost) < graph.costs.objective(shared.cost);
  return stand_alone_is_cheaper ? stand_alone : shared;
}

}  // namespace phusong::planning
