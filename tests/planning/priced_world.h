#pragma once

#include <fmt/format.h>

#include "sim/planning/connected_stations.h"
#include "tests/planning/backhaul/backhaul_world.h"

namespace phusong::tests {

/// A candidate on each of some masts of 30 m, for 150 and 50 of solar power, and beside each a hamlet that it alone
/// covers: 100 people live at the first, 200 at the second, and so on.
class PricedWorld {
 public:
  PricedWorld(scenario::Scenario the_scenario, gis::Terrain the_terrain,
              const std::vector<planning::BackhaulNode>& masts,
              std::vector<planning::BackhaulNode> relay_locations = {})
      : scenario(std::move(the_scenario)),
        terrain(std::move(the_terrain)),
        set(set_with_hamlets(masts)),
        finder(scenario, terrain, std::move(relay_locations)),
        costs(planning::candidate_costs(scenario, set, finder, progress)) {
    scenario.options.plan.gap = 0.0;
    for (std::size_t i = 0; i < masts.size(); ++i) {
      const planning::Cost cost = costs[i].cost();
      problem.options.push_back({.name = masts[i].id,
                                 .cost = cost.objective_million_vnd(scenario.options.plan.opex_years),
                                 .capex = cost.capex_million_vnd,
                                 .exclusion_group = i});
      const auto option = static_cast<covering::OptionIndex>(i);
      problem.demands.push_back(
          {.name = masts[i].id,
           .alternatives = {{.points = {{.weight = 1.0, .cover_sets = {{option}}}}, .least_weight = 0.75}}});
    }
    problem.goal = {.least_value = static_cast<double>(masts.size()), .quotas = {0}};
  }

  scenario::Scenario scenario;
  gis::Terrain terrain;
  progress::Progress progress;
  planning::CandidateSet set;
  planning::BackhaulFinder finder;
  std::vector<planning::CandidateCost> costs;
  covering::Problem problem;

  planning::PricedCandidates priced() const { return {.set = set, .costs = costs}; }
  planning::ConnectedStations connect(const std::vector<covering::OptionIndex>& built) {
    return planning::connect(priced(), built, finder, progress);
  }

 private:
  planning::CandidateSet set_with_hamlets(const std::vector<planning::BackhaulNode>& masts) {
    scenario.plan_tables.costs.push_back({.item = "grid_connection", .unit = ""});
    planning::CandidateSet result;
    for (const planning::BackhaulNode& mast : masts) {
      planning::CandidateSite site;
      site.site = {.site_id = mast.id,
                   .operator_name = "A",
                   .lon_lat = mast.lon_lat,
                   .position = mast.position,
                   .mast_height_m = mast.mast_height_m};
      site.exclusion_group = result.sites.size();
      result.candidates.push_back(
          {.candidate_id = mast.id, .site = result.sites.size(), .technologies = {}, .cells = {}});
      result.sites.push_back(std::move(site));
      add_hamlet(scenario, fmt::format("H{}", mast.id), mast.position).population =
          100 * static_cast<std::int64_t>(result.sites.size());
    }
    return result;
  }
};

/// Masts A and B, 2 and 4 km from fibre node N in one line; fibre for 10 a km.
inline PricedWorld two_on_a_trench() {
  scenario::Scenario scenario = backhaul_scenario();
  add_fibre_node(scenario, "N", at(3000, 7000));
  const std::vector masts = {node_at(scenario, "A", at(5000, 7000)), node_at(scenario, "B", at(7000, 7000))};
  return {std::move(scenario), ridge_terrain(100.0F), masts};
}

/// Masts A and B behind a ridge that a relay at "top" sees over to mast M, with fibre; no fibre is laid for its price.
inline PricedWorld two_over_a_relay() {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 1000.0);
  add_mast(scenario, "M", at(3000, 9000), network::Backhaul::kFibre);
  const std::vector masts = {node_at(scenario, "A", at(17000, 9000)), node_at(scenario, "B", at(17000, 12000))};
  std::vector<planning::BackhaulNode> relay_locations = {node_at(scenario, "top", at(10000, 9000), 0.0)};
  return {std::move(scenario), ridge_terrain(300.0F), masts, std::move(relay_locations)};
}

/// Masts A and B in sight of mast M, with fibre, each for a hop; a terminal costs 150, or what is told, and fibre too
/// much. M has room for so many links.
inline PricedWorld two_hops(int max_links_per_node, double terminal_million_vnd = 150.0) {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 10000.0);
  set_cost(scenario, "satellite_terminal", terminal_million_vnd);
  scenario.options.backhaul.max_links_per_node = max_links_per_node;
  add_mast(scenario, "M", at(3000, 9000), network::Backhaul::kFibre);
  const std::vector masts = {node_at(scenario, "A", at(5000, 9000)), node_at(scenario, "B", at(7000, 9000))};
  return {std::move(scenario), ridge_terrain(100.0F), masts};
}

}  // namespace phusong::tests
