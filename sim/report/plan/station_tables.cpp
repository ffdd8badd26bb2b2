#include "sim/report/plan/station_tables.h"

#include "sim/report/cell_values.h"
#include "sim/report/pass_through.h"
#include "sim/report/plan/site_columns.h"

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

std::vector<gis::CellValue> cell_row(const planning::NewCell& row, const scenario::Equipment& equipment) {
  const network::Cell& cell = row.cell;
  return {cell.cell_id,
          row.site_id,
          std::string(name_of(cell.technology)),
          Number{cell.frequency_mhz, 4},
          Number{cell.bandwidth_mhz, 4},
          read_again(cell.antenna_height_agl_m),
          exact_or_nothing(cell.azimuth_true_deg),
          Number{0.0, 1},
          exact(equipment.electrical_tilt_deg),
          exact(equipment.tx_power_dbm),
          exact(equipment.antenna_gain_dbi),
          exact(equipment.beamwidth_h_deg),
          exact(equipment.beamwidth_v_deg),
          exact(equipment.feeder_loss_db),
          exact(cell.reference_power_offset_db),
          Number{cell.subcarrier_khz, 0},
          std::int64_t{cell.voice},
          std::int64_t{cell.exempt}};
}

}  // namespace

gis::OutputTable new_site_table(const PlanData& data) {
  const SiteColumns columns(data.scenario);
  gis::OutputTable table{.name = "new_sites", .columns = columns.columns(), .rows = {}};
  std::vector<const network::PassThroughFields*> pass_through;
  for (const network::Site& site : data.stations().rows.sites) {
    table.rows.push_back(columns.row(site));
    pass_through.push_back(&site.pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
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

gis::OutputTable new_cell_table(const PlanData& data) {
  gis::OutputTable table{.name = "new_cells",
                         .columns = {{"cell_id", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"technology", ColumnType::kText},
                                     {"frequency_mhz", ColumnType::kReal},
                                     {"bandwidth_mhz", ColumnType::kReal},
                                     {"antenna_height_agl_m", ColumnType::kReal},
                                     {"azimuth_deg", ColumnType::kReal},
                                     {"mechanical_tilt_deg", ColumnType::kReal},
                                     {"electrical_tilt_deg", ColumnType::kReal},
                                     {"tx_power_dbm", ColumnType::kReal},
                                     {"antenna_gain_dbi", ColumnType::kReal},
                                     {"beamwidth_h_deg", ColumnType::kReal},
                                     {"beamwidth_v_deg", ColumnType::kReal},
                                     {"feeder_loss_db", ColumnType::kReal},
                                     {"reference_power_offset_db", ColumnType::kReal},
                                     {"subcarrier_khz", ColumnType::kReal},
                                     {"voice", ColumnType::kInteger},
                                     {"exempt", ColumnType::kInteger}},
                         .rows = {}};
  std::vector<const network::PassThroughFields*> pass_through;
  for (const planning::NewCell& cell : data.stations().rows.cells) {
    const scenario::Equipment& equipment = data.scenario.plan_tables.equipment[cell.equipment];
    table.rows.push_back(cell_row(cell, equipment));
    pass_through.push_back(&equipment.pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
}

}  // namespace phusong::report
