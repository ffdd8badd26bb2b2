#include "sim/report/sunset/new_cells_table.h"

#include "sim/report/cell_values.h"
#include "sim/report/pass_through.h"
#include "sim/scenario/written_cells.h"

namespace phusong::report {
namespace {

using gis::CellValue;
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

/// Empty where the tilt is that of a pattern file's cut: a written 0 beside it would be a second answer.
CellValue electrical_tilt(const propagation::Antenna& antenna) {
  const bool parametric = std::holds_alternative<propagation::ParametricPattern>(antenna.pattern);
  if (!parametric && antenna.electrical_tilt_deg == 0.0) return {};
  return Number{antenna.electrical_tilt_deg, 2};
}

scenario::WrittenCell written(const network::Cell& cell, const network::Site& site) {
  const auto [beamwidth_h, beamwidth_v] = beamwidths(cell);
  return {.cell_id = cell.cell_id,
          .site_id = site.site_id,
          .technology = std::string(name_of(cell.technology)),
          .frequency_mhz = read_again(cell.frequency_mhz),
          .bandwidth_mhz = read_again(cell.bandwidth_mhz),
          .antenna_height_agl_m = Number{cell.antenna_height_agl_m, 2},
          .azimuth_deg = number_or_nothing(cell.azimuth_true_deg, 2),
          .mechanical_tilt_deg = Number{cell.antenna.mechanical_tilt_deg, 2},
          .electrical_tilt_deg = electrical_tilt(cell.antenna),
          .eirp_dbm = Number{cell.eirp_dbm, 6},
          .beamwidth_h_deg = beamwidth_h,
          .beamwidth_v_deg = beamwidth_v,
          .antenna_pattern = cell.antenna_pattern,
          .reference_power_offset_db = Number{cell.reference_power_offset_db, 6},
          .voice = std::int64_t{cell.voice},
          .exempt = std::int64_t{cell.exempt},
          .channel_low_mhz = read_again_or_nothing(cell.channel_low_mhz),
          .channel_high_mhz = read_again_or_nothing(cell.channel_high_mhz)};
}

}  // namespace

gis::OutputTable new_cells_table(const network::Network& network, const sunset::SunsetOutcome& outcome) {
  using Group = scenario::CellColumnGroup;
  const scenario::WrittenCells columns{Group::kRadiation, Group::kService, Group::kChannel};
  gis::OutputTable table{.name = "new_cells", .columns = columns.columns(), .rows = {}};
  table.columns.push_back({"on_period", gis::ColumnType::kInteger});
  std::vector<const network::PassThroughFields*> pass_through;
  for (const PlainSchedule::Step& step : outcome.schedule.steps) {
    if (step.action != PlainSchedule::Action::kOn) continue;
    const network::Cell& cell = outcome.cells.cells[step.cell];
    table.rows.push_back(columns.row(written(cell, network.sites[cell.site])));
    table.rows.back().emplace_back(std::int64_t{step.period});
    pass_through.push_back(&cell.pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
}

}  // namespace phusong::report
