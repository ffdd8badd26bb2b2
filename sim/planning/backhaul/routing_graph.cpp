#include "sim/planning/backhaul/routing_graph.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/planning/backhaul/next_hop_search.h"

namespace phusong::planning {
namespace {

std::vector<TransitNode> transit_nodes_of(const ExistingBackhaul& existing, std::vector<BackhaulNode> relay_locations,
                                          double relay_height_m) {
  std::vector<TransitNode> transit_nodes;
  for (const BackhaulNode& mast : existing.unconnected)
    transit_nodes.push_back({.node = mast, .is_new = false});
  for (BackhaulNode& location : relay_locations) {
    location.mast_height_m = relay_height_m;
    location.has_fibre = location.is_connected = false;
    transit_nodes.push_back({.node = std::move(location), .is_new = true});
  }
  return transit_nodes;
}

/// Finds the label of a node with one hop more than in the last table, or the label that the last table has.
NextHop improved(const RoutingGraph& graph, NextHopSearch& search, std::size_t index, int hop_budget) {
  const TransitNode& transit = graph.transit_nodes[index];
  const BackhaulCosts& costs = graph.costs;
  const double own = transit.is_new ? costs.relay_objective() : 0.0;
  const NextHop before = hop_budget == 0 ? NextHop{} : graph.next_hops.back()[index];
  // A dearer route loses against a satellite terminal at the station that would use it.
  const double most = costs.objective(costs.satellite_terminal) - costs.objective(costs.microwave_hop);
  const double limit = std::min(before.objective, most) - own;
  NextHop found = hop_budget == 0 ? search.by_fibre(transit.node, limit)
                                  : search.by_microwave(
                                        transit.node, {.hop_budget = hop_budget, .only_newest = true, .limit = limit});
  if (found.kind == NextHop::Kind::kNone) return before;
  found.objective += own;
  return found;
}

/// Fills the tables one after another: a route of k hops goes over a node whose own route has k − 1.
void label_nodes(RoutingGraph& graph) {
  tbb::enumerable_thread_specific<NextHopSearch> searches([&graph] { return NextHopSearch(graph); });
  for (int hop_budget = 0; hop_budget < graph.scenario.options.backhaul.max_hops; ++hop_budget) {
    std::vector<NextHop> table(graph.transit_nodes.size());
    tbb::parallel_for(std::size_t{0}, table.size(),
                      [&](std::size_t i) { table[i] = improved(graph, searches.local(), i, hop_budget); });
    graph.next_hops.push_back(std::move(table));
  }
}

}  // namespace

RoutingGraph::RoutingGraph(const scenario::Scenario& the_scenario, const gis::Terrain& the_terrain,
                           std::vector<BackhaulNode> relay_locations)
    : scenario(the_scenario),
      terrain(the_terrain),
      costs(the_scenario),
      existing(existing_backhaul(the_scenario)),
      transit_nodes(transit_nodes_of(existing, std::move(relay_locations),
                                     std::ranges::min(the_scenario.options.plan.mast_heights_m))) {
  label_nodes(*this);
}

}  // namespace phusong::planning
