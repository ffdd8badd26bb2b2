#include "sim/planning/backhaul/forest_builder.h"

#include <algorithm>
#include <cmath>

namespace phusong::planning {
namespace {

constexpr double kGain = 1e-6;  // million VND
constexpr int kMostRounds = 20;
constexpr std::size_t kLeastShakes = 300, kMostShakes = 4000, kShakesPerStation = 10;
constexpr std::size_t kMostTakenOut = 8;

}  // namespace

ForestBuilder::ForestBuilder(const BackhaulGround& ground, SharedForest& forest, progress::Progress& progress)
    : options_(ground.scenario.options.backhaul),
      forest_(forest),
      search_(ground, forest),
      progress_(progress),
      random_(static_cast<std::uint64_t>(ground.scenario.options.plan.seed)) {}

void ForestBuilder::insert(const std::vector<ForestIndex>& stations) {
  for (const ForestIndex station : stations) {
    progress_.throw_if_stopped();
    // A mast that others pass already has its uplink.
    if (!forest_.node(station).active) hang(station, search_.cheapest(station, true).uplink);
    progress_.advance(1);
  }
}

// Attaches, and before it the relays that have to be there.
void ForestBuilder::hang(ForestIndex index, const Uplink& uplink) {
  if (uplink.parent != kNoParent && !forest_.node(uplink.parent).active) {
    hang(uplink.parent, forest_.usual_uplink(uplink.parent));
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
    const bool is_better = choice.cost < forest_.cost_of(removed) - kGain;
    if (is_better) {
      hang(index, choice.uplink);
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
    hang(hub, choice.uplink);
    if (join_neighbours(hub) * saved_each > extra + kGain) return true;
  }
  forest_.go_back(before);
  return false;
}

// Hops to the hub instead of terminals, nearest first. Returns how many.
double ForestBuilder::join_neighbours(ForestIndex hub) {
  std::vector<std::pair<double, ForestIndex>> neighbours;
  for (ForestIndex index = 0; index < forest_.size(); ++index) {
    if (!has_satellite(index)) continue;
    neighbours.emplace_back(distance_m(forest_.place(index).position, forest_.place(hub).position), index);
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

// A station and some of those nearest to it, with what hangs on them.
std::vector<ForestIndex> ForestBuilder::neighbourhood(const std::vector<ForestIndex>& stations) {
  const gis::MapPoint centre = forest_.place(stations[draw(stations.size())]).position;
  std::vector<std::pair<double, ForestIndex>> near;
  for (const ForestIndex station : stations)
    near.emplace_back(distance_m(forest_.place(station).position, centre), station);
  const std::size_t count = std::min(stations.size(), 2 + draw(kMostTakenOut - 1));
  std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(count));
  std::vector<ForestIndex> taken;
  for (std::size_t i = 0; i < count; ++i) {
    taken.push_back(near[i].second);
    const auto& children = forest_.node(near[i].second).children;
    taken.insert(taken.end(), children.begin(), children.end());
  }
  std::ranges::sort(taken);
  taken.erase(std::unique(taken.begin(), taken.end()), taken.end());
  return taken;
}

// In an order drawn by lot; the first one half the times without a satellite terminal, so that the others may follow.
bool ForestBuilder::put_back(std::vector<ForestIndex> nodes) {
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
    hang(index, choice.uplink);
    may_take_satellite = true;
  }
  return true;
}

void ForestBuilder::shake(const std::vector<ForestIndex>& stations) {
  if (stations.size() < 2) return;
  const std::size_t shakes = std::clamp(kShakesPerStation * stations.size(), kLeastShakes, kMostShakes);
  double cost = forest_.total_cost();
  for (std::size_t i = 0; i < shakes; ++i) {
    progress_.throw_if_stopped();
    std::vector<ForestNode> before = forest_.snapshot();
    const std::vector<ForestIndex> taken = neighbourhood(stations);
    for (const ForestIndex index : taken) {
      if (forest_.node(index).uplink.medium != Medium::kExisting) forest_.detach(index);
    }
    const bool whole = put_back(taken);
    const double other = forest_.total_cost();
    if (whole && other <= cost + kGain) {
      cost = std::min(cost, other);
    } else {
      forest_.go_back(std::move(before));
    }
  }
  improve();
}

}  // namespace phusong::planning
