#include "sim/planning/station_rows.h"

#include <algorithm>
#include <set>

#include "sim/planning/plan_scenario.h"

namespace phusong::planning {
namespace {

const network::Site& mast_of(const scenario::Scenario& scenario, const CandidateSite& site) {
  for (const network::Site& mast : scenario.network.sites)
    if (mast.site_id == site.mast_id) return mast;
  return site.site;
}

/// Fills the rows of one plan.
class Rows {
 public:
  Rows(const scenario::Scenario& scenario, const PricedCandidates& candidates, const ConnectedStations& connected)
      : scenario_(scenario), candidates_(candidates), connected_(connected) {
    for (const network::Site& site : scenario.network.sites)
      site_ids_.insert(site.site_id);
    for (const PlannedStation& station : connected.stations)
      site_ids_.insert(station.node.id);
    for (const BackhaulRelay& relay : connected.backhaul.relays)
      site_ids_.insert(relay.node.id);
  }

  NewRows all() {
    for (std::size_t i = 0; i < connected_.stations.size(); ++i)
      add_station(i);
    for (const BackhaulRelay& relay : connected_.backhaul.relays)
      rows_.sites.push_back(relay_row(relay.node));
    return std::move(rows_);
  }

 private:
  const scenario::Scenario& scenario_;
  const PricedCandidates& candidates_;
  const ConnectedStations& connected_;
  NewRows rows_;
  std::set<std::string> site_ids_;  ///< of all masts with the plan built

  /// The mast that a link leads to; empty where it is none: a fibre node, a hamlet with fibre, a satellite.
  std::string mast_at_end(const BackhaulLink& link) const {
    return link.medium != Medium::kSatellite && site_ids_.contains(link.to) ? link.to : std::string();
  }

  /// A mast whose route begins with a new link loses what was known of its old one.
  void set_link(const BackhaulRoute& route, network::Site& row) const {
    row.backhaul = backhaul_of(route.first_medium(), row.backhaul);
    if (!route.links.empty()) row.backhaul_to = mast_at_end(route.links.front());
  }

  void add_station(std::size_t index) {
    const std::size_t option = connected_.stations[index].candidate;
    const Candidate& candidate = candidates_.set.candidates[option];
    const CandidateSite& site = candidates_.set.site_of(candidate);
    const BackhaulRoute& route = connected_.backhaul.route_of_station[index];
    if (site.kind == StationKind::kUpgrade) {
      network::Site mast = mast_of(scenario_, site);
      if (site.has_row) set_link(route, mast);
      rows_.upgrades.push_back(
          {.mast = std::move(mast), .site_id = site.site.site_id, .technologies = candidate.technologies});
    }
    if (!site.has_row) {
      network::Site row = site.site;
      row.status = network::SiteStatus::kExisting;
      if (site.kind != StationKind::kUpgrade) row.power = candidates_.costs[option].station.power;
      set_link(route, row);
      rows_.sites.push_back(row);
    }
    for (const std::size_t cell : candidate.cells) {
      rows_.cells.push_back({.cell = candidates_.set.cells[cell].cell,
                             .site_id = site.site.site_id,
                             .equipment = candidates_.set.cells[cell].equipment});
    }
  }

  network::Site relay_row(const BackhaulNode& node) const {
    const auto uplink = std::ranges::find(connected_.backhaul.links, node.id, &BackhaulLink::from);
    return {.site_id = node.id,
            .name = node.id,
            .operator_name = builder_of(scenario_.options.plan),
            .lon_lat = node.lon_lat,
            .position = node.position,
            .mast_height_m = node.mast_height_m,
            .backhaul = network::Backhaul::kMicrowave,
            .power = network::PowerSource::kSolar,
            .backhaul_to = uplink == connected_.backhaul.links.end() ? std::string() : mast_at_end(*uplink)};
  }
};

}  // namespace

network::Backhaul backhaul_of(Medium medium, network::Backhaul of_mast) {
  switch (medium) {
    case Medium::kFibre:
      return network::Backhaul::kFibre;
    case Medium::kMicrowave:
      return network::Backhaul::kMicrowave;
    case Medium::kSatellite:
      return network::Backhaul::kSatellite;
    case Medium::kExisting:
      break;
  }
  return of_mast;
}

NewRows new_rows(const scenario::Scenario& scenario, const PricedCandidates& candidates,
                 const ConnectedStations& connected) {
  return Rows(scenario, candidates, connected).all();
}

}  // namespace phusong::planning
