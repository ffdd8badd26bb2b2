#include "sim/scenario/written_cells.h"

#include <algorithm>

namespace phusong::scenario {
namespace {

using gis::ColumnType;
using Group = CellColumnGroup;

struct WrittenColumn {
  const char* name;
  ColumnType type;
  Group group;
  gis::CellValue WrittenCell::*value;
};

constexpr WrittenColumn kColumns[] = {
    {"cell_id", ColumnType::kText, Group::kCell, &WrittenCell::cell_id},
    {"site_id", ColumnType::kText, Group::kCell, &WrittenCell::site_id},
    {"technology", ColumnType::kText, Group::kCell, &WrittenCell::technology},
    {"frequency_mhz", ColumnType::kReal, Group::kCell, &WrittenCell::frequency_mhz},
    {"bandwidth_mhz", ColumnType::kReal, Group::kCell, &WrittenCell::bandwidth_mhz},
    {"antenna_height_agl_m", ColumnType::kReal, Group::kCell, &WrittenCell::antenna_height_agl_m},
    {"azimuth_deg", ColumnType::kReal, Group::kCell, &WrittenCell::azimuth_deg},
    {"mechanical_tilt_deg", ColumnType::kReal, Group::kCell, &WrittenCell::mechanical_tilt_deg},
    {"electrical_tilt_deg", ColumnType::kReal, Group::kCell, &WrittenCell::electrical_tilt_deg},
    {"tx_power_dbm", ColumnType::kReal, Group::kTransmitter, &WrittenCell::tx_power_dbm},
    {"antenna_gain_dbi", ColumnType::kReal, Group::kTransmitter, &WrittenCell::antenna_gain_dbi},
    {"eirp_dbm", ColumnType::kReal, Group::kRadiation, &WrittenCell::eirp_dbm},
    {"beamwidth_h_deg", ColumnType::kReal, Group::kCell, &WrittenCell::beamwidth_h_deg},
    {"beamwidth_v_deg", ColumnType::kReal, Group::kCell, &WrittenCell::beamwidth_v_deg},
    {"antenna_pattern", ColumnType::kText, Group::kRadiation, &WrittenCell::antenna_pattern},
    {"feeder_loss_db", ColumnType::kReal, Group::kTransmitter, &WrittenCell::feeder_loss_db},
    {"reference_power_offset_db", ColumnType::kReal, Group::kService, &WrittenCell::reference_power_offset_db},
    {"subcarrier_khz", ColumnType::kReal, Group::kSubcarrier, &WrittenCell::subcarrier_khz},
    {"voice", ColumnType::kInteger, Group::kService, &WrittenCell::voice},
    {"exempt", ColumnType::kInteger, Group::kService, &WrittenCell::exempt},
    {"channel_low_mhz", ColumnType::kReal, Group::kChannel, &WrittenCell::channel_low_mhz},
    {"channel_high_mhz", ColumnType::kReal, Group::kChannel, &WrittenCell::channel_high_mhz},
};

}  // namespace

WrittenCells::WrittenCells(std::initializer_list<CellColumnGroup> beyond_cell) : groups_(beyond_cell) {}

bool WrittenCells::has(CellColumnGroup group) const {
  return group == Group::kCell || std::ranges::find(groups_, group) != groups_.end();
}

std::vector<gis::Column> WrittenCells::columns() const {
  std::vector<gis::Column> columns;
  for (const WrittenColumn& column : kColumns)
    if (has(column.group)) columns.push_back({column.name, column.type});
  return columns;
}

std::vector<gis::CellValue> WrittenCells::row(const WrittenCell& cell) const {
  std::vector<gis::CellValue> values;
  for (const WrittenColumn& column : kColumns)
    if (has(column.group)) values.push_back(cell.*column.value);
  return values;
}

}  // namespace phusong::scenario
