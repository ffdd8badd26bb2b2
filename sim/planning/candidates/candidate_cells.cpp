#include "sim/planning/candidates/candidate_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/network/link_budget.h"
#include "sim/planning/mast_top.h"

namespace phusong::planning {
namespace {

/// No antenna is lower, however low the mast.
constexpr double kLeastAntennaHeightM = 1.0;

propagation::Antenna antenna_of(const scenario::Equipment& equipment, std::optional<double> azimuth_true_deg,
                                double convergence_deg) {
  propagation::Antenna antenna;
  antenna.azimuth_deg = azimuth_true_deg.value_or(0.0) - convergence_deg;
  antenna.electrical_tilt_deg = equipment.electrical_tilt_deg;
  antenna.pattern = propagation::ParametricPattern{
      .beamwidth_h_deg = azimuth_true_deg ? propagation::horizontal_beamwidth(equipment.beamwidth_h_deg) : std::nullopt,
      .beamwidth_v_deg = equipment.beamwidth_v_deg};
  return antenna;
}

/// Returns the azimuth of a sector; nothing where it is the only one, which is omnidirectional.
std::optional<double> azimuth_of(const scenario::Equipment& equipment, int sector) {
  if (equipment.sectors == 1) return std::nullopt;
  return std::fmod(equipment.first_azimuth_deg + 360.0 * sector / equipment.sectors, 360.0);
}

}  // namespace

double antenna_height_m(StationKind kind, double mast_height_m) {
  return std::max(kLeastAntennaHeightM, kind == StationKind::kPole ? mast_height_m : mast_height_m - kBelowMastTopM);
}

std::vector<CandidateCell> cells_of(const scenario::Scenario& scenario, std::size_t equipment_index,
                                    const CandidateSet& set, std::size_t site, const std::string& prefix) {
  const scenario::Equipment& equipment = scenario.plan_tables.equipment[equipment_index];
  const CandidateSite& mast = set.sites[site];
  const double convergence_deg = scenario.crs.convergence_deg(mast.site.lon_lat);
  const double subcarrier_khz = network::default_subcarrier_khz(equipment.frequency_mhz);
  network::Cell cell{.site = site,
                     .technology = equipment.technology,
                     .frequency_mhz = equipment.frequency_mhz,
                     .bandwidth_mhz = equipment.bandwidth_mhz,
                     .antenna_height_agl_m = antenna_height_m(mast.kind, mast.site.mast_height_m),
                     .eirp_dbm = equipment.tx_power_dbm + equipment.antenna_gain_dbi - equipment.feeder_loss_db,
                     .reference_power_offset_db = network::default_reference_power_offset_db(
                                                      equipment.technology, equipment.bandwidth_mhz, subcarrier_khz)
                                                      .value(),
                     .subcarrier_khz = subcarrier_khz};
  std::vector<CandidateCell> cells;
  for (int sector = 0; sector < equipment.sectors; ++sector) {
    cell.cell_id =
        fmt::format("{}-{}-{:g}-{}", prefix, name_of(equipment.technology), equipment.frequency_mhz, sector + 1);
    cell.azimuth_true_deg = azimuth_of(equipment, sector);
    cell.antenna = antenna_of(equipment, cell.azimuth_true_deg, convergence_deg);
    cells.push_back({.cell = cell, .equipment = equipment_index});
  }
  return cells;
}

}  // namespace phusong::planning
