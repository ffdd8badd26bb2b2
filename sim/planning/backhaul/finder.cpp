#include "sim/planning/backhaul/finder.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/planning/backhaul/backhaul_ground.h"
#include "sim/planning/backhaul/new_links.h"
#include "sim/planning/backhaul/onward_search.h"

namespace phusong::planning {
namespace {

/// Follows the ways on from a station and builds what they need.
class ChainBuilder {
 public:
  ChainBuilder(const BackhaulGround& ground, MicrowaveEngine& engine) : ground_(ground), engine_(engine) {}

  BackhaulChain build(const BackhaulNode& station, Onward way) {
    const BackhaulNode* from = &station;
    while (way.next == Onward::Next::kStone) {
      const SteppingStone& stone = ground_.stones[way.index];
      hop(*from, stone.node);
      if (stone.is_new) chain_.relays.push_back(relay(stone.node, ground_.costs));
      from = &stone.node;
      way = ground_.onward[static_cast<std::size_t>(way.hop_budget - 1)][way.index];
    }
    finish(*from, way);
    return std::move(chain_);
  }

 private:
  void hop(const BackhaulNode& from, const BackhaulNode& to) {
    const auto link = engine_.link(from, to);
    chain_.links.push_back(microwave_link(from, to, link.value(), ground_.costs.microwave_hop));
  }

  void finish(const BackhaulNode& from, const Onward& way) {
    if (way.next == Onward::Next::kConnected) {
      hop(from, ground_.existing.connected[way.index].node);
    } else if (way.next == Onward::Next::kFibre) {
      const BackhaulNode& to = ground_.existing.fibre_nodes[way.index];
      const double route_km = fibre_route_km(from, to, ground_.scenario.options.backhaul.fibre_route_factor);
      chain_.links.push_back(fibre_link(from, to, route_km, ground_.costs.fibre_per_km));
    } else {
      chain_.links.push_back(satellite_link(from, ground_.costs.satellite_terminal));
    }
  }

  const BackhaulGround& ground_;
  MicrowaveEngine& engine_;
  BackhaulChain chain_;
};

bool needs_backhaul(const BackhaulNode& station) {
  return !station.is_connected && !station.has_fibre;
}

/// Metres to the nearest place that fibre could lead to.
double nearest_m(const BackhaulNode& from, std::span<const BackhaulNode> places, double least_m) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const BackhaulNode& place : places) {
    const double metres = distance_m(from.position, place.position);
    if (metres >= least_m) nearest = std::min(nearest, metres);
  }
  return nearest;
}

}  // namespace

BackhaulFinder::BackhaulFinder(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                               std::vector<BackhaulNode> relay_places)
    : ground_(std::make_unique<const BackhaulGround>(scenario, terrain, std::move(relay_places))) {}

BackhaulFinder::~BackhaulFinder() = default;

std::vector<BackhaulChain> BackhaulFinder::cheapest_chains(std::span<const BackhaulNode> stations,
                                                           progress::Progress& progress) const {
  progress.begin("backhaul", stations.size());
  std::vector<BackhaulChain> chains(stations.size());
  tbb::enumerable_thread_specific<OnwardSearch> searches([this] { return OnwardSearch(*ground_); });
  tbb::parallel_for(std::size_t{0}, stations.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    if (needs_backhaul(stations[i])) {
      OnwardSearch& search = searches.local();
      chains[i] = ChainBuilder(*ground_, search.engine()).build(stations[i], search.cheapest(stations[i]));
    }
    progress.advance(1);
  });
  return chains;
}

std::vector<double> BackhaulFinder::least_link_objectives(std::span<const BackhaulNode> stations) const {
  const BackhaulCosts& costs = ground_->costs;
  const double elsewhere = std::min(costs.objective(costs.satellite_terminal), costs.objective(costs.microwave_hop));
  const double per_m =
      costs.objective(costs.fibre_per_km) * ground_->scenario.options.backhaul.fibre_route_factor / 1000.0;
  std::vector<double> least(stations.size(), 0.0);
  tbb::parallel_for(std::size_t{0}, stations.size(), [&](std::size_t i) {
    if (!needs_backhaul(stations[i])) return;
    const double metres = std::min(nearest_m(stations[i], ground_->existing.fibre_nodes, 0.0),
                                   nearest_m(stations[i], stations, kOnePlaceM));
    least[i] = std::min(elsewhere, per_m * metres);
  });
  return least;
}

}  // namespace phusong::planning
