#include "sim/planning/backhaul/share.h"

#include <algorithm>

#include "sim/planning/backhaul/forest_builder.h"
#include "sim/planning/backhaul/new_links.h"
#include "sim/planning/backhaul/own_chains.h"

namespace phusong::planning {
namespace {

/// Writes a forest down as links.
class ForestWriter {
 public:
  ForestWriter(const BackhaulGround& ground, const SharedForest& forest)
      : ground_(ground), forest_(forest), engine_(ground.terrain, ground.scenario.options) {}

  SharedBackhaul write(std::size_t station_count) {
    SharedBackhaul shared;
    for (ForestIndex index = 0; index < forest_.size(); ++index) {
      if (forest_.is_root(index) || !forest_.node(index).active) continue;
      shared.links.push_back(link_of(index));
      if (forest_.role(index) == ForestRole::kRelay)
        shared.relays.push_back(relay(forest_.place(index), ground_.costs));
    }
    for (std::size_t station = 0; station < station_count; ++station)
      shared.chain_of_station.push_back(chain_from(forest_.node_of_station(station)));
    shared.cost = BackhaulChain{.links = shared.links, .relays = shared.relays}.cost();
    return shared;
  }

 private:
  BackhaulLink link_of(ForestIndex index) {
    const BackhaulNode& from = forest_.place(index);
    const Uplink& uplink = forest_.node(index).uplink;
    const BackhaulCosts& costs = ground_.costs;
    if (uplink.medium == Medium::kSatellite) return satellite_link(from, costs.satellite_terminal);
    const BackhaulNode& to = forest_.place(uplink.parent);
    if (uplink.medium == Medium::kFibre) return fibre_link(from, to, uplink.route_km, costs.fibre_per_km);
    return microwave_link(from, to, engine_.link(from, to).value(), costs.microwave_hop);
  }

  BackhaulChain chain_from(ForestIndex index) {
    BackhaulChain chain;
    for (; index != kNoParent && !forest_.is_root(index); index = forest_.node(index).uplink.parent) {
      chain.links.push_back(link_of(index));
      if (forest_.role(index) == ForestRole::kRelay) chain.relays.push_back(relay(forest_.place(index), ground_.costs));
    }
    return chain;
  }

  const BackhaulGround& ground_;
  const SharedForest& forest_;
  MicrowaveEngine engine_;
};

/// The stations that need a link, those with the cheapest own chain first.
std::vector<ForestIndex> insertion_order(const BackhaulGround& ground, const SharedForest& forest,
                                         std::span<const BackhaulChain> own_chains) {
  std::vector<std::pair<double, ForestIndex>> order;
  for (std::size_t station = 0; station < own_chains.size(); ++station) {
    const ForestIndex index = forest.node_of_station(station);
    if (index != kNoParent) order.emplace_back(ground.costs.objective(own_chains[station].cost()), index);
  }
  std::ranges::sort(order);
  std::vector<ForestIndex> stations;
  for (const auto& [cost, index] : order)
    stations.push_back(index);
  return stations;
}

}  // namespace

SharedBackhaul share_backhaul(const BackhaulFinder& finder, std::span<const BackhaulNode> stations,
                              std::span<const BackhaulChain> own_chains, progress::Progress& progress) {
  const BackhaulGround& ground = finder.ground();
  SharedForest forest(ground, stations, own_chains);
  const std::vector<ForestIndex> order = insertion_order(ground, forest, own_chains);
  progress.begin("shared backhaul", order.size());
  ForestBuilder builder(ground, forest, progress);
  builder.insert(order);
  builder.improve();
  builder.shake(order);
  SharedBackhaul shared = ForestWriter(ground, forest).write(stations.size());
  if (!keeps_link_limit(own_chains, ground.scenario.options.backhaul.max_links_per_node)) return shared;
  SharedBackhaul own = merged(own_chains);
  // A budget was kept by the capex of own chains: less to run is no reason to break it.
  const bool is_dearer = ground.scenario.options.plan.target.budget_million_vnd
                             ? own.cost.capex_million_vnd < shared.cost.capex_million_vnd
                             : ground.costs.objective(own.cost) < ground.costs.objective(shared.cost);
  return is_dearer ? own : shared;
}

}  // namespace phusong::planning
