#include "sim/planning/backhaul/forest_builder.h"

#include <algorithm>
#include <cmath>

#include "sim/planning/tolerances.h"

namespace phusong::planning {
namespace {

constexpr double kLeastGain = kCostToleranceMillionVnd;
constexpr int kMostRounds = 20;
constexpr std::size_t kLeastRuins = 300, kMostRuins = 4000, kRuinsPerStation = 10;
constexpr std::size_t kMostRemoved = 8;

}  // namespace

ForestBuilder::ForestBuilder(const RoutingGraph& graph, SharedForest& forest, progress::Progress& progress)
    : options_(graph.scenario.options.backhaul),
      forest_(forest),
      search_(graph, forest),
      progress_(progress),
      random_(static_cast<std::uint64_t>(graph.scenario.options.plan.seed)) {}

void ForestBuilder::insert(const std::vector<ForestIndex>& stations) {
  for (const ForestIndex station : stations) {
    progress_.throw_if_stopped();
    // A mast that others pass already has its uplink.
    if (!forest_.node(station).active) attach_with_relays(station, search_.cheapest(station, true).uplink);
    progress_.advance(1);
  }
}

// Attaches a node, and before it the relays that its uplink needs.
void ForestBuilder::attach_with_relays(ForestIndex index, const Uplink& uplink) {
  if (uplink.parent != kNoParent && !forest_.node(uplink.parent).active) {
    attach_with_relays(uplink.parent, forest_.default_uplink(uplink.parent));
  }
  forest_.attach(index, uplink);
}

void ForestBuilder::improve() {
  for (int round = 0; round < kMostRounds; ++round) {
    const bool moved = move_nodes();
    if (!make_hubs() && !moved) return;
  }
}

bool ForestBuilder::move_nodes() {
  bool gained = false;
  for (ForestIndex index = 0; index < forest_.size(); ++index) {
    progress_.throw_if_stopped();
    if (forest_.is_root(index) || !forest_.node(index).active) continue;
    const RemovedUplinks removed = forest_.detach(index);
    const UplinkChoice choice = search_.cheapest(index, true);
    const bool is_better = choice.cost < forest_.cost_of(removed) - kLeastGain;
    if (is_better) {
      attach_with_relays(index, choice.uplink);
    } else {
      forest_.restore(removed);
    }
    gained = gained || is_better;
  }
  return gained;
}

// A station with a satellite terminal may pay for a dearer uplink where others with terminals see it.
bool ForestBuilder::make_hubs() {
  bool gained = false;
  for (ForestIndex index = 0; index < forest_.size(); ++index) {
    progress_.throw_if_stopped();
    if (has_satellite(index) && make_hub(index)) gained = true;
  }
  return gained;
}

bool ForestBuilder::has_satellite(ForestIndex index) const {
  return forest_.node(index).uplink.medium == Medium::kSatellite;
}

bool ForestBuilder::make_hub(ForestIndex hub) {
  const double terminal = forest_.cost_of(Uplink{.medium = Medium::kSatellite});
  const double saved_each = terminal - forest_.cost_of(Uplink{.medium = Medium::kMicrowave});
  if (saved_each <= 0.0) return false;
  const std::vector<ForestNode> before = forest_.snapshot();
  forest_.detach(hub);
  const UplinkChoice choice = search_.cheapest(hub, false);
  const double extra = choice.cost - terminal;
  if (extra < saved_each * options_.max_links_per_node) {
    attach_with_relays(hub, choice.uplink);
    if (join_neighbours(hub) * saved_each > extra + kLeastGain) return true;
  }
  forest_.restore(before);
  return false;
}

// Hops to the hub instead of terminals, nearest first. Returns how many.
double ForestBuilder::join_neighbours(ForestIndex hub) {
  std::vector<std::pair<double, ForestIndex>> neighbours;
  for (ForestIndex index = 0; index < forest_.size(); ++index) {
    if (!has_satellite(index)) continue;
    neighbours.emplace_back(distance_m(forest_.backhaul_node(index).position, forest_.backhaul_node(hub).position),
                            index);
  }
  std::ranges::sort(neighbours);
  double joined = 0.0;
  for (const auto& [metres, index] : neighbours) {
    if (metres > 1000.0 * options_.max_hop_km) break;
    if (!search_.can_hop(index, hub)) continue;
    forest_.detach(index);
    forest_.attach(index, {.medium = Medium::kMicrowave, .parent = hub});
    joined += 1.0;
  }
  return joined;
}

// Draws the nodes to remove: a station and some of those nearest to it, with their children.
std::vector<ForestIndex> ForestBuilder::draw_neighbourhood(const std::vector<ForestIndex>& stations) {
  const gis::MapPoint centre = forest_.backhaul_node(stations[draw(stations.size())]).position;
  std::vector<std::pair<double, ForestIndex>> near;
  for (const ForestIndex station : stations)
    near.emplace_back(distance_m(forest_.backhaul_node(station).position, centre), station);
  const std::size_t count = std::min(stations.size(), 2 + draw(kMostRemoved - 1));
  std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(count));
  std::vector<ForestIndex> removed;
  for (std::size_t i = 0; i < count; ++i) {
    removed.push_back(near[i].second);
    const auto& children = forest_.node(near[i].second).children;
    removed.insert(removed.end(), children.begin(), children.end());
  }
  std::ranges::sort(removed);
  removed.erase(std::unique(removed.begin(), removed.end()), removed.end());
  return removed;
}

// Inserts the nodes in an order drawn by lot; the first one half the times without a satellite terminal, so that the
// others may follow.
bool ForestBuilder::recreate(std::vector<ForestIndex> nodes) {
  for (std::size_t i = nodes.size(); i > 1; --i)
    std::swap(nodes[i - 1], nodes[draw(i)]);
  bool may_take_satellite = draw(2) == 0;
  for (const ForestIndex index : nodes) {
    if (forest_.node(index).uplink.medium != Medium::kExisting) continue;  // a relay for another one
    const bool is_relay_without_use =
        forest_.role(index) != ForestRole::kStation && forest_.node(index).children.empty();
    if (is_relay_without_use) continue;
    const UplinkChoice choice = search_.cheapest(index, may_take_satellite);
    if (std::isinf(choice.cost)) return false;
    attach_with_relays(index, choice.uplink);
    may_take_satellite = true;
  }
  return true;
}

void ForestBuilder::ruin_and_recreate(const std::vector<ForestIndex>& stations) {
  if (stations.size() < 2) return;
  const std::size_t ruins = std::clamp(kRuinsPerStation * stations.size(), kLeastRuins, kMostRuins);
  double cost = forest_.total_cost();
  for (std::size_t i = 0; i < ruins; ++i) {
    progress_.throw_if_stopped();
    std::vector<ForestNode> before = forest_.snapshot();
    const std::vector<ForestIndex> removed = draw_neighbourhood(stations);
    for (const ForestIndex index : removed) {
      if (forest_.node(index).uplink.medium != Medium::kExisting) forest_.detach(index);
    }
    const bool whole = recreate(removed);
    const double other = forest_.total_cost();
    if (whole && other <= cost + kLeastGain) {
      cost = std::min(cost, other);
    } else {
      forest_.restore(std::move(before));
    }
  }
  improve();
}

}  // namespace phusong::planning
