#pragma once

#include <memory>
#include <span>
#include <vector>

#include "gis/terrain.h"
#include "sim/planning/backhaul/backhaul.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

struct RoutingGraph;

/// Finds the cheapest stand-alone route of each station: fibre to the nearest fibre node, microwave hops over masts
/// that exist and relays to a mast that is connected or to fibre, or a satellite terminal; by capex + opex_years ·
/// opex.
class BackhaulFinder {
 public:
  /// `relay_locations`: where a relay mast may be built; their ids become the relays' ids and must not be those of
  /// sites or stations, their mast heights are not looked at (a relay has the lowest of mast_heights_m). The scenario
  /// and the terrain must outlive the finder. Throws std::out_of_range where a cost is missing.
  BackhaulFinder(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                 std::vector<BackhaulNode> relay_locations);
  ~BackhaulFinder();
  BackhaulFinder(const BackhaulFinder&) = delete;
  BackhaulFinder& operator=(const BackhaulFinder&) = delete;

  /// Finds one route per station; empty for a station that is connected or has fibre. Every station has one: a
  /// satellite terminal works anywhere. The same for any number of threads. Throws progress::Stopped.
  std::vector<BackhaulRoute> cheapest_routes(std::span<const BackhaulNode> stations,
                                             progress::Progress& progress) const;

  /// Computes the objective, per station, of the cheapest single link that it could begin with, whatever the others do:
  /// no backhaul of stations among these costs less than the sum over those that are built. Stations closer than
  /// kSameMastM to each other have nothing between them to bridge.
  std::vector<double> least_link_objectives(std::span<const BackhaulNode> stations) const;

  const RoutingGraph& graph() const { return *graph_; }

 private:
  std::unique_ptr<const RoutingGraph> graph_;
};

}  // namespace phusong::planning
