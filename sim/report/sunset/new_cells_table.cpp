#include "sim/report/sunset/new_cells_table.h"

#include "sim/report/cell_values.h"
#include "sim/report/pass_through.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;
using gis::Number;
using sunset::PlainSchedule;

CellValue read_again_or_nothing(const std::optional<double>& value) {
  if (!value) return std::monostate{};
  return read_again(*value);
}

CellValue number_or_nothing(const std::optional<double>& value, int decimals) {
  if (!value) return std::monostate{};
  return Number{*value, decimals};
}

/// The beam widths of a parametric pattern; nothing for a pattern from a file. An antenna that is omnidirectional in
/// spite of an azimuth has a whole turn, for an empty field would be read as the default.
std::pair<CellValue, CellValue> beamwidths(const network::Cell& cell) {
  const auto* const pattern = std::get_if<propagation::ParametricPattern>(&cell.antenna.pattern);
  if (pattern == nullptr) return {};
  constexpr double kWholeTurnDeg = 360.0;
  const bool says_omni = !pattern->beamwidth_h_deg && cell.azimuth_true_deg;
  return {says_omni ? Number{kWholeTurnDeg, 2} : number_or_nothing(pattern->beamwidth_h_deg, 2),
          Number{pattern->beamwidth_v_deg, 2}};
}

std::vector<CellValue> row_of(const network::Cell& cell, const network::Site& site, int on_period) {
  const auto [beamwidth_h, beamwidth_v] = beamwidths(cell);
  return {cell.cell_id,
          site.site_id,
          std::string(name_of(cell.technology)),
          read_again(cell.frequency_mhz),
          read_again(cell.bandwidth_mhz),
          Number{cell.antenna_height_agl_m, 2},
          number_or_nothing(cell.azimuth_true_deg, 2),
          Number{cell.antenna.mechanical_tilt_deg, 2},
          Number{cell.antenna.electrical_tilt_deg, 2},
          Number{cell.eirp_dbm, 6},
          beamwidth_h,
          beamwidth_v,
          cell.antenna_pattern,
          Number{cell.reference_power_offset_db, 6},
          std::int64_t{cell.voice},
          std::int64_t{cell.exempt},
          read_again_or_nothing(cell.channel_low_mhz),
          read_again_or_nothing(cell.channel_high_mhz),
          std::int64_t{on_period}};
}

}  // namespace

gis::OutputTable new_cells_table(const network::Network& network, const sunset::SunsetOutcome& outcome) {
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
                                     {"eirp_dbm", ColumnType::kReal},
                                     {"beamwidth_h_deg", ColumnType::kReal},
                                     {"beamwidth_v_deg", ColumnType::kReal},
                                     {"antenna_pattern", ColumnType::kText},
                                     {"reference_power_offset_db", ColumnType::kReal},
                                     {"voice", ColumnType::kInteger},
                                     {"exempt", ColumnType::kInteger},
                                     {"channel_low_mhz", ColumnType::kReal},
                                     {"channel_high_mhz", ColumnType::kReal},
                                     {"on_period", ColumnType::kInteger}},
                         .rows = {}};
  std::vector<const network::PassThroughFields*> pass_through;
  for (const PlainSchedule::Step& step : outcome.schedule.steps) {
    if (step.action != PlainSchedule::Action::kOn) continue;
    const network::Cell& cell = outcome.cells.cells[step.cell];
    table.rows.push_back(row_of(cell, network.sites[cell.site], step.period));
    pass_through.push_back(&cell.pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
}

}  // namespace phusong::report
