#include "sim/planning/backhaul/finder.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/planning/backhaul/new_links.h"
#include "sim/planning/backhaul/next_hop_search.h"
#include "sim/planning/backhaul/routing_graph.h"
#include "sim/planning/tolerances.h"

namespace phusong::planning {
namespace {

/// Follows the labels from a station and builds the links and relays of its route.
class RouteBuilder {
 public:
  RouteBuilder(const RoutingGraph& graph, MicrowaveEngine& engine) : graph_(graph), engine_(engine) {}

  BackhaulRoute build(const BackhaulNode& station, NextHop next) {
    const BackhaulNode* from = &station;
    while (next.kind == NextHop::Kind::kTransit) {
      const TransitNode& transit = graph_.transit_nodes[next.index];
      hop(*from, transit.node);
      if (transit.is_new) route_.relays.push_back(relay(transit.node, graph_.costs));
      from = &transit.node;
      next = graph_.next_hops[static_cast<std::size_t>(next.hop_budget - 1)][next.index];
    }
    finish(*from, next);
    return std::move(route_);
  }

 private:
  void hop(const BackhaulNode& from, const BackhaulNode& to) {
    const auto link = engine_.link(from, to);
    route_.links.push_back(microwave_link(from, to, link.value(), graph_.costs.microwave_hop));
  }

  void finish(const BackhaulNode& from, const NextHop& last) {
    if (last.kind == NextHop::Kind::kConnected) {
      hop(from, graph_.existing.connected[last.index].node);
    } else if (last.kind == NextHop::Kind::kFibre) {
      const BackhaulNode& to = graph_.existing.fibre_nodes[last.index];
      const double length_km = fibre_length_km(from, to, graph_.scenario.options.backhaul.fibre_route_factor);
      route_.links.push_back(fibre_link(from, to, length_km, graph_.costs.fibre_per_km));
    } else {
      route_.links.push_back(satellite_link(from, graph_.costs.satellite_terminal));
    }
  }

  const RoutingGraph& graph_;
  MicrowaveEngine& engine_;
  BackhaulRoute route_;
};

bool needs_backhaul(const BackhaulNode& station) {
  return !station.is_connected && !station.has_fibre;
}

/// Distance to the nearest node that fibre could lead to and that is no nearer than `least_m`.
double nearest_m(const BackhaulNode& from, std::span<const BackhaulNode> nodes, double least_m) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const BackhaulNode& node : nodes) {
    const double metres = distance_m(from.position, node.position);
    if (metres >= least_m) nearest = std::min(nearest, metres);
  }
  return nearest;
}

}  // namespace

BackhaulFinder::BackhaulFinder(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                               std::vector<BackhaulNode> relay_locations)
    : graph_(std::make_unique<const RoutingGraph>(scenario, terrain, std::move(relay_locations))) {}

BackhaulFinder::~BackhaulFinder() = default;

std::vector<BackhaulRoute> BackhaulFinder::cheapest_routes(std::span<const BackhaulNode> stations,
                                                           progress::Progress& progress) const {
  progress.begin("backhaul", stations.size());
  std::vector<BackhaulRoute> routes(stations.size());
  tbb::enumerable_thread_specific<NextHopSearch> searches([this] { return NextHopSearch(*graph_); });
  tbb::parallel_for(std::size_t{0}, stations.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    if (needs_backhaul(stations[i])) {
      NextHopSearch& search = searches.local();
      routes[i] = RouteBuilder(*graph_, search.engine()).build(stations[i], search.cheapest(stations[i]));
    }
    progress.advance(1);
  });
  return routes;
}

std::vector<double> BackhaulFinder::least_link_objectives(std::span<const BackhaulNode> stations) const {
  const BackhaulCosts& costs = graph_->costs;
  const double elsewhere = std::min(costs.objective(costs.satellite_terminal), costs.objective(costs.microwave_hop));
  const double per_m =
      costs.objective(costs.fibre_per_km) * graph_->scenario.options.backhaul.fibre_route_factor / 1000.0;
  std::vector<double> least(stations.size(), 0.0);
  tbb::parallel_for(std::size_t{0}, stations.size(), [&](std::size_t i) {
    if (!needs_backhaul(stations[i])) return;
    const double metres = std::min(nearest_m(stations[i], graph_->existing.fibre_nodes, 0.0),
                                   nearest_m(stations[i], stations, kSameMastM));
    least[i] = std::min(elsewhere, per_m * metres);
  });
  return least;
}

}  // namespace phusong::planning
