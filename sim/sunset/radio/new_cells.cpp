#include "sim/sunset/radio/new_cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/network/link_budget.h"
#include "sim/sunset/radio/band.h"

namespace phusong::sunset {
namespace {

/// Height of a mast's top above the antennas of a swap.
constexpr double kBelowTopM = 2.0;

void set_reference_offset(network::Cell& cell) {
  cell.subcarrier_khz = network::default_subcarrier_khz(cell.frequency_mhz);
  const auto offset =
      network::default_reference_power_offset_db(cell.technology, cell.bandwidth_mhz, cell.subcarrier_khz);
  cell.reference_power_offset_db = offset.value();  // the scenario was read with bandwidths that have one
}

network::Cell refarmed(const network::Cell& old, const scenario::SunsetRefarm& refarm) {
  network::Cell cell = old;
  cell.cell_id = fmt::format("{}-{}-{:g}", old.cell_id, name_of(refarm.to), refarm.frequency_mhz);
  cell.technology = refarm.to;
  cell.frequency_mhz = refarm.frequency_mhz;
  cell.bandwidth_mhz = refarm.bandwidth_mhz;
  cell.voice = true;
  cell.exempt = false;
  cell.load.reset();
  cell.channel_low_mhz = refarm.frequency_mhz - 0.5 * refarm.bandwidth_mhz;
  cell.channel_high_mhz = refarm.frequency_mhz + 0.5 * refarm.bandwidth_mhz;
  cell.row = 0;
  set_reference_offset(cell);
  return cell;
}

/// The row of the equipment table for upgrades of existing masts, or its defaults.
scenario::Equipment upgrade_equipment(const scenario::PlanTables& tables, network::Technology technology) {
  const auto fits = [&](const scenario::Equipment& row) {
    return row.kind == scenario::EquipmentKind::kUpgrade && row.technology == technology;
  };
  const auto found = std::ranges::find_if(tables.equipment, fits);
  if (found != tables.equipment.end()) return *found;
  return {.kind = scenario::EquipmentKind::kUpgrade, .technology = technology};
}

network::Cell sector_of(const network::Site& site, const scenario::Equipment& equipment, int sector,
                        double convergence_deg) {
  const bool is_omni = equipment.sectors == 1;
  const double azimuth_deg = equipment.first_azimuth_deg + 360.0 * sector / equipment.sectors;
  network::Cell cell{.cell_id = fmt::format("{}-swap-{}-{}", site.site_id, name_of(equipment.technology), sector + 1),
                     .technology = equipment.technology,
                     .frequency_mhz = equipment.frequency_mhz,
                     .bandwidth_mhz = equipment.bandwidth_mhz,
                     .antenna_height_agl_m = std::max(1.0, site.mast_height_m - kBelowTopM),
                     .eirp_dbm = equipment.tx_power_dbm + equipment.antenna_gain_dbi - equipment.feeder_loss_db,
                     .pass_through = equipment.pass_through};
  if (!is_omni) cell.azimuth_true_deg = azimuth_deg;
  cell.antenna.azimuth_deg = is_omni ? 0.0 : azimuth_deg - convergence_deg;
  cell.antenna.electrical_tilt_deg = equipment.electrical_tilt_deg;
  cell.antenna.pattern = propagation::ParametricPattern{
      .beamwidth_h_deg = is_omni ? std::nullopt : propagation::horizontal_beamwidth(equipment.beamwidth_h_deg),
      .beamwidth_v_deg = equipment.beamwidth_v_deg};
  set_reference_offset(cell);
  return cell;
}

/// Masts on air whose cells are all of the technology that goes.
std::vector<std::size_t> masts_without_another_technology(const network::Network& network,
                                                          network::Technology technology) {
  std::vector<bool> has_it(network.sites.size()), has_other(network.sites.size());
  for (const network::Cell& cell : network.cells)
    (cell.technology == technology ? has_it : has_other)[cell.site] = true;
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < network.sites.size(); ++i) {
    if (has_it[i] && !has_other[i] && network.on_air(network.sites[i])) result.push_back(i);
  }
  return result;
}

}  // namespace

bool can_go_off(const network::Network& network, const network::Cell& cell, network::Technology technology) {
  return cell.technology == technology && !cell.exempt && network.on_air(network.sites[cell.site]);
}

NewCells make_new_cells(const scenario::Scenario& scenario) {
  const network::Network& network = scenario.network;
  const scenario::SunsetOptions& options = scenario.options.sunset;
  NewCells result;
  for (std::size_t i = 0; i < network.cells.size(); ++i) {
    const network::Cell& cell = network.cells[i];
    if (can_go_off(network, cell, options.technology) && same_band(cell.frequency_mhz, options.refarm.frequency_mhz))
      result.refarmed.push_back({refarmed(cell, options.refarm), i});
  }
  if (options.swap_budget_million_vnd <= 0.0) return result;
  const scenario::Equipment equipment = upgrade_equipment(scenario.plan_tables, options.refarm.to);
  for (const std::size_t site : masts_without_another_technology(network, options.technology)) {
    NewCells::Swap swap{.site = site};
    const double convergence_deg = scenario.crs.convergence_deg(network.sites[site].lon_lat);
    for (int sector = 0; sector < equipment.sectors; ++sector) {
      swap.cells.push_back(sector_of(network.sites[site], equipment, sector, convergence_deg));
      swap.cells.back().site = site;
    }
    result.swaps.push_back(std::move(swap));
  }
  return result;
}

AllCells all_cells(const network::Network& network, const NewCells& new_cells) {
  AllCells all{.cells = network.cells,
               .first_refarmed = network.cells.size(),
               .first_swap = network.cells.size() + new_cells.refarmed.size()};
  for (const NewCells::Refarmed& refarmed : new_cells.refarmed)
    all.cells.push_back(refarmed.cell);
  for (const NewCells::Swap& swap : new_cells.swaps)
    all.cells.insert(all.cells.end(), swap.cells.begin(), swap.cells.end());
  return all;
}

}  // namespace phusong::sunset
