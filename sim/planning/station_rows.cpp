#include "sim/planning/station_rows.h"

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
      : scenario_(scenario), candidates_(candidates), connected_(connected) {}

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

  void add_station(std::size_t index) {
    const std::size_t option = connected_.stations[index].candidate;
    const Candidate& candidate = candidates_.set.candidates[option];
    const CandidateSite& site = candidates_.set.site_of(candidate);
    const Medium medium = connected_.backhaul.route_of_station[index].first_medium();
    if (site.kind == StationKind::kUpgrade) {
      network::Site mast = mast_of(scenario_, site);
      if (site.has_row) mast.backhaul = backhaul_of(medium, mast.backhaul);
      rows_.upgrades.push_back(
          {.mast = std::move(mast), .site_id = site.site.site_id, .technologies = candidate.technologies});
    }
    if (!site.has_row) {
      network::Site row = site.site;
      row.status = network::SiteStatus::kExisting;
      if (site.kind != StationKind::kUpgrade) row.power = candidates_.costs[option].station.power;
      row.backhaul = backhaul_of(medium, row.backhaul);
      rows_.sites.push_back(row);
    }
    for (const std::size_t cell : candidate.cells) {
      rows_.cells.push_back({.cell = candidates_.set.cells[cell].cell,
                             .site_id = site.site.site_id,
                             .equipment = candidates_.set.cells[cell].equipment});
    }
  }

  network::Site relay_row(const BackhaulNode& node) const {
    return {.site_id = node.id,
            .name = node.id,
            .operator_name = builder_of(scenario_.options.plan),
            .lon_lat = node.lon_lat,
            .position = node.position,
            .mast_height_m = node.mast_height_m,
            .backhaul = network::Backhaul::kMicrowave,
            .power = network::PowerSource::kSolar};
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
