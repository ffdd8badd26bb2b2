#include "sim/report/plan/station_tables.h"

#include "sim/report/cell_values.h"
#include "sim/report/pass_through.h"
#include "sim/report/plan/site_columns.h"
#include "sim/scenario/written_cells.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using gis::Number;

/// Enough to read the same number again.
Number exact(double value) {
  return {value, 12};
}

gis::CellValue exact_or_nothing(std::optional<double> value) {
  if (!value) return std::monostate{};
  return exact(*value);
}

scenario::WrittenCell written(const planning::NewCell& row, const scenario::Equipment& equipment) {
  const network::Cell& cell = row.cell;
  return {.cell_id = cell.cell_id,
          .site_id = row.site_id,
          .technology = std::string(name_of(cell.technology)),
          .frequency_mhz = Number{cell.frequency_mhz, 4},
          .bandwidth_mhz = Number{cell.bandwidth_mhz, 4},
          .antenna_height_agl_m = read_again(cell.antenna_height_agl_m),
          .azimuth_deg = exact_or_nothing(cell.azimuth_true_deg),
          .mechanical_tilt_deg = Number{0.0, 1},
          .electrical_tilt_deg = exact(equipment.electrical_tilt_deg),
          .tx_power_dbm = exact(equipment.tx_power_dbm),
          .antenna_gain_dbi = exact(equipment.antenna_gain_dbi),
          .beamwidth_h_deg = exact(equipment.beamwidth_h_deg),
          .beamwidth_v_deg = exact(equipment.beamwidth_v_deg),
          .feeder_loss_db = exact(equipment.feeder_loss_db),
          .reference_power_offset_db = exact(cell.reference_power_offset_db),
          .subcarrier_khz = Number{cell.subcarrier_khz, 0},
          .voice = std::int64_t{cell.voice},
          .exempt = std::int64_t{cell.exempt}};
}

}  // namespace

gis::OutputTable site_rows_table(const char* name, const scenario::Scenario& scenario,
                                 std::span<const network::Site> sites) {
  const SiteColumns columns(scenario);
  gis::OutputTable table{.name = name, .columns = columns.columns(), .rows = {}};
  std::vector<const network::PassThroughFields*> pass_through;
  for (const network::Site& site : sites) {
    table.rows.push_back(columns.row(site));
    pass_through.push_back(&site.pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
}

gis::OutputTable new_site_table(const PlanData& data) {
  return site_rows_table("new_sites", data.scenario, data.stations().rows.sites);
}

std::vector<gis::LonLat> new_site_positions(const PlanData& data) {
  std::vector<gis::LonLat> positions;
  for (const network::Site& site : data.stations().rows.sites)
    positions.push_back(site.lon_lat);
  return positions;
}

gis::OutputTable upgrade_table(const PlanData& data) {
  const SiteColumns columns(data.scenario);
  gis::OutputTable table{.name = "upgrades", .columns = columns.columns(), .rows = {}};
  table.columns.push_back({"technologies_added", ColumnType::kText});
  table.columns.push_back({"cells_site_id", ColumnType::kText});
  std::vector<const network::PassThroughFields*> pass_through;
  for (const planning::UpgradedMast& upgrade : data.stations().rows.upgrades) {
    table.rows.push_back(columns.row(upgrade.mast));
    table.rows.back().emplace_back(names_of(upgrade.technologies));
    table.rows.back().emplace_back(upgrade.site_id);
    pass_through.push_back(&upgrade.mast.pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
}

gis::OutputTable cell_rows_table(const char* name, const scenario::Scenario& scenario,
                                 std::span<const planning::NewCell> cells) {
  using Group = scenario::CellColumnGroup;
  const scenario::WrittenCells columns{Group::kTransmitter, Group::kService, Group::kSubcarrier};
  gis::OutputTable table{.name = name, .columns = columns.columns(), .rows = {}};
  std::vector<const network::PassThroughFields*> pass_through;
  for (const planning::NewCell& cell : cells) {
    const scenario::Equipment& equipment = scenario.plan_tables.equipment[cell.equipment];
    table.rows.push_back(columns.row(written(cell, equipment)));
    pass_through.push_back(&equipment.pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
}

gis::OutputTable new_cell_table(const PlanData& data) {
  return cell_rows_table("new_cells", data.scenario, data.stations().rows.cells);
}

}  // namespace phusong::report
