#include "sim/analysis/resilience/failure_event.h"

#include <algorithm>
#include <iterator>

#include "sim/analysis/resilience/grid_areas.h"
#include "sim/analysis/resilience/hanging_masts.h"

namespace phusong::analysis {
namespace {

std::vector<std::size_t> masts_on_air(const network::Network& network) {
  std::vector<std::size_t> masts;
  for (std::size_t i = 0; i < network.sites.size(); ++i) {
    if (network.on_air(network.sites[i])) masts.push_back(i);
  }
  return masts;
}

gis::MapPoint middle_of(const network::Network& network, const std::vector<std::size_t>& masts) {
  gis::MapPoint middle;
  for (const std::size_t mast : masts) {
    middle.x_m += network.sites[mast].position.x_m / static_cast<double>(masts.size());
    middle.y_m += network.sites[mast].position.y_m / static_cast<double>(masts.size());
  }
  return middle;
}

void add_masts(const network::Network& network, std::vector<FailureEvent>& events) {
  for (const std::size_t mast : masts_on_air(network)) {
    events.push_back({.kind = FailureKind::kSite,
                      .id = network.sites[mast].site_id,
                      .mast = mast,
                      .masts_off = {mast},
                      .position = network.sites[mast].position});
  }
}

void add_links(const network::Network& network, std::vector<FailureEvent>& events) {
  const std::vector<MastLink> links = links_of_sites(network);
  const HangingMasts hanging(network.sites.size(), links);
  for (const auto& [from, to] : links) {
    std::vector<std::size_t> off = hanging.with_those_behind(from);
    std::erase_if(off, [&](std::size_t mast) { return !network.on_air(network.sites[mast]); });
    if (off.empty()) continue;
    events.push_back({.kind = FailureKind::kFibre,
                      .id = network.sites[from].site_id,
                      .mast = from,
                      .masts_off = std::move(off),
                      .position = network.sites[from].position});
  }
}

void add_grids(const network::Network& network, double outage_hours, std::vector<FailureEvent>& events) {
  std::vector<std::size_t> dependent = masts_on_air(network);
  std::erase_if(dependent, [&](std::size_t mast) {
    const network::Site& site = network.sites[mast];
    return site.power != network::PowerSource::kGrid || site.battery_hours >= outage_hours;
  });
  for (GridArea& area : grid_areas(network, dependent)) {
    const gis::MapPoint middle = middle_of(network, area.masts);
    events.push_back(
        {.kind = FailureKind::kGrid, .id = std::move(area.id), .masts_off = std::move(area.masts), .position = middle});
  }
}

}  // namespace

std::string_view name_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::kSite:
      return "site";
    case FailureKind::kFibre:
      return "fibre";
    case FailureKind::kGrid:
      return "grid";
  }
  return "";
}

std::vector<FailureEvent> failure_events(const scenario::Scenario& scenario) {
  std::vector<FailureEvent> events;
  add_masts(scenario.network, events);
  add_links(scenario.network, events);
  add_grids(scenario.network, scenario.options.analysis.outage_hours, events);
  return events;
}

}  // namespace phusong::analysis
