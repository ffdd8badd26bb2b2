#include "sim/planning/backhaul/backhaul_ground.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/planning/backhaul/onward_search.h"

namespace phusong::planning {
namespace {

std::vector<SteppingStone> stepping_stones(const ExistingBackhaul& existing, std::vector<BackhaulNode> relay_places,
                                           double relay_height_m) {
  std::vector<SteppingStone> stones;
  for (const BackhaulNode& mast : existing.unconnected)
    stones.push_back({.node = mast, .is_new = false});
  for (BackhaulNode& place : relay_places) {
    place.mast_height_m = relay_height_m;
    place.has_fibre = place.is_connected = false;
    stones.push_back({.node = std::move(place), .is_new = true});
  }
  return stones;
}

/// The way on from a stone with one hop more than in the last table, or what the last table has.
Onward improved(const BackhaulGround& ground, OnwardSearch& search, std::size_t index, int hop_budget) {
  const SteppingStone& stone = ground.stones[index];
  const BackhaulCosts& costs = ground.costs;
  const double own = stone.is_new ? costs.relay_objective() : 0.0;
  const Onward before = hop_budget == 0 ? Onward{} : ground.onward.back()[index];
  // Whatever is dearer than this loses against a satellite terminal at the station that would use it.
  const double most = costs.objective(costs.satellite_terminal) - costs.objective(costs.microwave_hop);
  const double limit = std::min(before.objective, most) - own;
  Onward found = hop_budget == 0
                     ? search.by_fibre(stone.node, limit)
                     : search.by_microwave(stone.node, {.hop_budget = hop_budget, .only_newest = true, .limit = limit});
  if (found.next == Onward::Next::kNone) return before;
  found.objective += own;
  return found;
}

void extend_onward(BackhaulGround& ground) {
  tbb::enumerable_thread_specific<OnwardSearch> searches([&ground] { return OnwardSearch(ground); });
  for (int hop_budget = 0; hop_budget < ground.scenario.options.backhaul.max_hops; ++hop_budget) {
    std::vector<Onward> table(ground.stones.size());
    tbb::parallel_for(std::size_t{0}, table.size(),
                      [&](std::size_t i) { table[i] = improved(ground, searches.local(), i, hop_budget); });
    ground.onward.push_back(std::move(table));
  }
}

}  // namespace

BackhaulGround::BackhaulGround(const scenario::Scenario& the_scenario, const gis::Terrain& the_terrain,
                               std::vector<BackhaulNode> relay_places)
    : scenario(the_scenario),
      terrain(the_terrain),
      costs(the_scenario),
      existing(existing_backhaul(the_scenario)),
      stones(stepping_stones(existing, std::move(relay_places),
                             std::ranges::min(the_scenario.options.plan.mast_heights_m))) {
  extend_onward(*this);
}

}  // namespace phusong::planning
