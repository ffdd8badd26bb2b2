#include "sim/analysis/resilience/second_path.h"

#include <algorithm>

#include "sim/planning/tolerances.h"

namespace phusong::analysis {
namespace {

void switch_off_with_those_behind(std::size_t site, const HangingMasts& hanging, network::Network& network) {
  for (const std::size_t mast : hanging.with_those_behind(site))
    network.sites[mast].status = network::SiteStatus::kOff;
}

/// The network in which nothing of the first path is there to be used.
scenario::Scenario without_first_path(const BuiltPlan& plan, const planning::BackhaulLink& link, std::size_t from) {
  scenario::Scenario rest = plan.scenario;
  std::vector<network::Site>& sites = rest.network.sites;
  switch_off_with_those_behind(from, plan.hanging, rest.network);
  const auto to = std::ranges::find(sites, link.to, &network::Site::site_id);
  if (to != sites.end())
    switch_off_with_those_behind(static_cast<std::size_t>(to - sites.begin()), plan.hanging, rest.network);
  if (link.medium != planning::Medium::kFibre) return rest;
  for (network::Hamlet& hamlet : rest.network.hamlets) {
    if (hamlet.hamlet_id == link.to) hamlet.fixed_broadband = false;
  }
  if (rest.plan_tables.fibre_nodes) {
    std::erase_if(*rest.plan_tables.fibre_nodes,
                  [&](const scenario::FibreNode& node) { return node.node_id == link.to; });
  }
  return rest;
}

}  // namespace

planning::BackhaulRoute second_path(const BuiltPlan& plan, const planning::BackhaulLink& link, std::size_t from,
                                    progress::Progress& progress) {
  const scenario::Scenario rest = without_first_path(plan, link, from);
  const network::Site& site = rest.network.sites[from];
  const planning::BackhaulNode station{
      .id = site.site_id, .position = site.position, .lon_lat = site.lon_lat, .mast_height_m = site.mast_height_m};
  const planning::BackhaulFinder finder(rest, plan.terrain, plan.relay_locations);
  return finder.cheapest_routes({&station, 1}, progress).front();
}

std::vector<planning::BackhaulNode> free_relay_locations(const scenario::Scenario& built,
                                                         std::vector<planning::BackhaulNode> locations) {
  std::erase_if(locations, [&](const planning::BackhaulNode& location) {
    return std::ranges::any_of(built.network.sites, [&](const network::Site& site) {
      return site.site_id == location.id || distance_m(site.position, location.position) < planning::kSameMastM;
    });
  });
  return locations;
}

}  // namespace phusong::analysis
