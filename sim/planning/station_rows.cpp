#include "sim/planning/station_rows.h"

#include "sim/planning/plan_scenario.h"

namespace phusong::planning {
namespace {

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

const network::Site& mast_of(const scenario::Scenario& scenario, const CandidateSite& site) {
  for (const network::Site& mast : scenario.network.sites)
    if (mast.site_id == site.mast_id) return mast;
  return site.site;
}

/// Fills the rows of one plan.
class Rows {
 public:
  Rows(const scenario::Scenario& scenario, const Plan& plan) : scenario_(scenario), plan_(plan) {}

  NewRows all() {
    for (std::size_t i = 0; i < plan_.stations.size(); ++i)
      add_station(i);
    for (const BackhaulRelay& relay : plan_.backhaul.relays)
      rows_.sites.push_back(relay_row(relay.node));
    return std::move(rows_);
  }

 private:
  const scenario::Scenario& scenario_;
  const Plan& plan_;
  NewRows rows_;

  void add_station(std::size_t index) {
    const std::size_t option = plan_.stations[index].candidate;
    const Candidate& candidate = plan_.set.candidates[option];
    const CandidateSite& site = plan_.set.site_of(candidate);
    const Medium medium = plan_.backhaul.chain_of_station[index].first_medium();
    if (site.kind == StationKind::kUpgrade) {
      network::Site mast = mast_of(scenario_, site);
      if (site.has_row) mast.backhaul = backhaul_of(medium, mast.backhaul);
      rows_.upgrades.push_back(
          {.mast = std::move(mast), .site_id = site.site.site_id, .technologies = candidate.technologies});
    }
    if (!site.has_row) {
      network::Site row = site.site;
      row.status = network::SiteStatus::kExisting;
      if (site.kind != StationKind::kUpgrade) row.power = plan_.costs[option].station.power;
      row.backhaul = backhaul_of(medium, row.backhaul);
      rows_.sites.push_back(row);
    }
    for (const std::size_t cell : candidate.cells) {
      rows_.cells.push_back({.cell = plan_.set.cells[cell].cell,
                             .site_id = site.site.site_id,
                             .equipment = plan_.set.cells[cell].equipment});
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

NewRows new_rows(const scenario::Scenario& scenario, const Plan& plan) {
  return Rows(scenario, plan).all();
}

std::vector<SiteCostLine> cost_lines_of(const Plan& plan) {
  std::vector<SiteCostLine> lines;
  const auto add = [&lines](const std::string& site_id, const std::vector<CostLine>& more) {
    for (const CostLine& line : more)
      lines.push_back({.site_id = site_id, .line = line});
  };
  for (const PlannedStation& station : plan.stations)
    add(station.node.id, plan.costs[station.candidate].station.cost_lines);
  for (const BackhaulRelay& relay : plan.backhaul.relays)
    add(relay.node.id, relay.cost_lines);
  for (const BackhaulLink& link : plan.backhaul.links)
    add(link.from, link.cost_lines);
  return lines;
}

}  // namespace phusong::planning
